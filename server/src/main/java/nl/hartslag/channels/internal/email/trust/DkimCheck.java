package nl.hartslag.channels.internal.email.trust;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.TempFailException;

/** DKIM (RFC 6376) through the library. */
final class DkimCheck {
    private final DnsLookup dns;

    DkimCheck(DnsLookup dns) {
        this.dns = dns;
    }

    /** @param domains of signatures that are valid */
    record Found(String result, List<String> domains) {}

    Found check(InputStream raw) throws IOException {
        DKIMVerifier verifier = new DKIMVerifier((methods, selector, domain) -> {
            try {
                return dns.lookup(selector + "._domainkey." + domain, DnsLookup.Type.TXT);
            } catch (DnsLookup.Unavailable nobodyAnswers) {
                throw new TempFailException(nobodyAnswers.getMessage());
            }
        });
        try {
            List<SignatureRecord> valid = verifier.verify(raw);
            if (valid == null || valid.isEmpty()) return new Found("none", List.of());
            return new Found("pass", valid.stream()
                    // a signature over a part of the body only (l=) says nothing about what was added
                    .filter(s -> s.getBodyHashLimit() < 0)
                    .map(s -> s.getDToken().toString().toLowerCase(Locale.ROOT)).toList());
        } catch (TempFailException later) {
            return new Found("temperror", List.of());
        } catch (FailException | IllegalStateException | IllegalArgumentException invalid) {
            return new Found("fail", List.of());
        }
    }
}
