package nl.hartslag.contacts;

/**
 * How a case stands. {@code OPEN}: with us; {@code WAITING_FOR_DEPARTMENT}: another department was asked something, and nobody has it
 * in hand until it answers; {@code WAITING_FOR_CUSTOMER}: we asked the customer; {@code SOLVED}; {@code MERGED}: it was joined to
 * another case, which goes on for both. Of two that are joined the one that comes first here counts.
 */
public enum CaseState {
    OPEN, WAITING_FOR_DEPARTMENT, WAITING_FOR_CUSTOMER, SOLVED, MERGED
}
