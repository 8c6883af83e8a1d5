package nl.hartslag.channels.internal.email.parse;

/**
 * Bounds that keep one mail from taking the machine. Exceeding one gives a {@link MailNote}, never a lost mail.
 *
 * @param parts     leaf parts
 * @param depth     nested multiparts
 * @param textBytes bytes of one text part that are shown
 */
public record MailLimits(int parts, int depth, int textBytes) {
    public static final MailLimits USUAL = new MailLimits(200, 20, 1_000_000);

    public MailLimits {
        if (parts < 1 || depth < 1 || textBytes < 1) throw new IllegalArgumentException("limits are positive");
    }
}
