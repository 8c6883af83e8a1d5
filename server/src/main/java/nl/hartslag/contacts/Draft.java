package nl.hartslag.contacts;

/** @param kind {@code reply} or {@code note}; @param seenSeq the last message the writer had seen */
public record Draft(String kind, String text, int seenSeq) {}
