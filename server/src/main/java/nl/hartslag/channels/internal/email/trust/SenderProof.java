package nl.hartslag.channels.internal.email.trust;

/**
 * Whether a mail really comes from the domain in its From line, and what was found on the way there.
 *
 * @param proven a mechanism passed and its domain is the From domain (RFC 7489 alignment)
 * @param spf    pass, fail, softfail, neutral, none, temperror, permerror
 * @param dkim   pass, fail, none, temperror
 * @param dmarc  pass, fail, none (no policy published), temperror
 * @param source {@code checked} by ourselves, {@code unchecked} where that is switched off, or {@code relay} for the word of a trusted relay
 */
public record SenderProof(boolean proven, String spf, String dkim, String dmarc, String source) {
    public static SenderProof unknown() {
        return new SenderProof(false, "none", "none", "none", "unchecked");
    }

    public SenderProof unproven() {
        return new SenderProof(false, spf, dkim, dmarc, source);
    }
}
