package nl.hartslag.channels.internal.email.compose;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;

/** Signs what leaves with the key of our domain (RFC 6376). */
public final class DkimSignature {
    private static final String SIGNED_HEADERS =
            "from:to:cc:subject:date:message-id:in-reply-to:references:reply-to:mime-version:content-type:list-unsubscribe:auto-submitted";
    private final String domain;
    private final String selector;
    private final PrivateKey key;

    /**
     * @param pem RSA private key, PKCS#8 in PEM
     * @throws IllegalArgumentException when the key cannot be read
     */
    public DkimSignature(String domain, String selector, String pem) {
        this.domain = domain;
        this.selector = selector;
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | RuntimeException unreadable) {
            throw new IllegalArgumentException("the DKIM key is no PKCS#8 RSA key in PEM form");
        }
    }

    /** @return the mail with the signature before its headers */
    public byte[] sign(byte[] mail) {
        try {
            DKIMSigner signer = new DKIMSigner(
                    "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=" + selector + "; h=" + SIGNED_HEADERS + "; bh=; b=;", key);
            byte[] header = (signer.sign(new ByteArrayInputStream(mail)) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            byte[] signed = new byte[header.length + mail.length];
            System.arraycopy(header, 0, signed, 0, header.length);
            System.arraycopy(mail, 0, signed, header.length, mail.length);
            return signed;
        } catch (IOException | FailException unexpected) {
            throw new UncheckedIOException(new IOException(unexpected));
        }
    }
}
