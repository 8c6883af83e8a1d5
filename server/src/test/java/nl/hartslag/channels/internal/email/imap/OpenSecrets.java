package nl.hartslag.channels.internal.email.imap;

import nl.hartslag.platform.secrets.Secrets;

/** Seals nothing. */
final class OpenSecrets implements Secrets {
    @Override
    public String seal(String plain) {
        return plain;
    }

    @Override
    public String open(String sealed) {
        return sealed;
    }

    @Override
    public byte[] sign(String purpose, byte[] bytes) {
        return bytes;
    }
}
