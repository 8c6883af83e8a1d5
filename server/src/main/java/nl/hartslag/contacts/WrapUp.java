package nl.hartslag.contacts;

/**
 * @param caseState what the case becomes: solved, waiting for the customer, or open
 * @param seenSeq   the last message the person had on screen
 */
public record WrapUp(CaseState caseState, Registration registration, int seenSeq) {}
