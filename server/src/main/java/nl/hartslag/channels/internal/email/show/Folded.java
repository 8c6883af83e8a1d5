package nl.hartslag.channels.internal.email.show;

/**
 * A text cut in what the sender wrote now and what stands below it: earlier mails and the signature.
 *
 * @param visible shown at once
 * @param folded  one click away; empty if there is nothing to fold
 */
public record Folded(String visible, String folded) {
    static Folded nothing(String whole) {
        return new Folded(whole, "");
    }
}
