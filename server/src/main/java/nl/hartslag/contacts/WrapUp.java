package nl.hartslag.contacts;

/** @param caseState what the case becomes: solved, waiting for the customer, or open */
public record WrapUp(CaseState caseState, Registration registration) {}
