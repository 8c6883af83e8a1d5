package nl.hartslag.simulator.mail;

import java.util.Optional;

/**
 * What a customer sends.
 *
 * @param quoted    the message it answers, if any: quoted underneath and referred to
 * @param photo     a picture goes with it
 */
public record Letter(
        String messageId, String fromName, String from, String to, String subject, String text, Style style,
        Optional<Answered> quoted, boolean photo) {

    /** How the customer's program writes. */
    public enum Style { PLAIN, LATIN_1, BOTH, HTML_ONLY }

    /** @param wroteLine such as "On Monday Lotte wrote:" */
    public record Answered(String messageId, String wroteLine, String text) {}
}
