package nl.hartslag.contacts;

/** What came of a contact. */
public enum Result {
    SOLVED, ANSWERED, FORWARDED, NO_ANSWER_NEEDED, UNREACHABLE, SPAM
}
