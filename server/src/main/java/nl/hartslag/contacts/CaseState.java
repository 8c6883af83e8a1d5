package nl.hartslag.contacts;

/**
 * How a case stands. {@code OPEN}: with us; {@code WAITING_FOR_CUSTOMER}: we asked something; {@code SOLVED};
 * {@code MERGED}: it was joined to another case, which goes on for both.
 */
public enum CaseState {
    OPEN, WAITING_FOR_CUSTOMER, SOLVED, MERGED
}
