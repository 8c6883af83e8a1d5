package nl.hartslag.channels.internal.email.parse;

/** What could not be read as it was meant; shown beside the message, with the raw mail one click away. */
public enum MailNote {
    /** The structure broke off or was malformed; what came before is shown. */
    DAMAGED,
    /** More parts than the limit; the later ones stay in the raw mail only. */
    TOO_MANY_PARTS,
    /** Nested deeper than the limit; the inner parts stay in the raw mail only. */
    TOO_DEEP,
    /** A text longer than the limit was cut; the whole stays in the raw mail. */
    TEXT_CUT
}
