package nl.hartslag.channels.internal.email.trust;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.hartslag.channels.internal.email.parse.MailAddress;

/** SPF, DKIM and DMARC together. Asks the network, so never inside a transaction. */
public final class SenderCheck {
    private static final Pattern TAG = Pattern.compile("\\b(adkim|aspf)\\s*=\\s*([rs])");
    private final SpfCheck spf;
    private final DkimCheck dkim;
    private final DnsLookup dns;

    public SenderCheck(DnsLookup dns) {
        this.dns = dns;
        this.spf = new SpfCheck(dns);
        this.dkim = new DkimCheck(dns);
    }

    /**
     * @param clientAddress who handed us the mail; absent when it came from a mailbox, then SPF says nothing
     * @param envelopeFrom  return path
     */
    public record Delivery(Optional<String> clientAddress, String helo, String envelopeFrom) {}

    /** @param raw the mail as received; read to its end */
    public SenderProof check(MailAddress from, Delivery delivery, InputStream raw) throws IOException {
        String spfResult = delivery.clientAddress().map(ip -> spf.check(ip, delivery.envelopeFrom(), delivery.helo())).orElse("none");
        DkimCheck.Found signatures = dkim.check(raw);
        Policy policy = policy(from.domain());
        String returnDomain = MailAddress.of(delivery.envelopeFrom()).map(MailAddress::domain).orElse(delivery.helo());
        boolean bySpf = spfResult.equals("pass") && Domains.aligned(returnDomain, from.domain(), policy.strictSpf);
        boolean byDkim = signatures.domains().stream().anyMatch(d -> Domains.aligned(d, from.domain(), policy.strictDkim));
        boolean proven = bySpf || byDkim;
        String dmarc = switch (policy.state) {
            case PUBLISHED -> proven ? "pass" : "fail";
            case NONE -> "none";
            case UNKNOWN -> "temperror";
        };
        return new SenderProof(proven, spfResult, signatures.result(), dmarc, "checked");
    }

    private enum State { PUBLISHED, NONE, UNKNOWN }

    private record Policy(State state, boolean strictSpf, boolean strictDkim) {}

    private Policy policy(String domain) {
        try {
            Optional<String> record = record(domain);
            if (record.isEmpty()) record = record(Domains.registered(domain));
            if (record.isEmpty()) return new Policy(State.NONE, false, false);
            boolean strictSpf = false;
            boolean strictDkim = false;
            Matcher tag = TAG.matcher(record.get().toLowerCase(Locale.ROOT));
            while (tag.find()) {
                if (tag.group(1).equals("aspf")) strictSpf = tag.group(2).equals("s");
                else strictDkim = tag.group(2).equals("s");
            }
            return new Policy(State.PUBLISHED, strictSpf, strictDkim);
        } catch (DnsLookup.Unavailable nobodyAnswers) {
            // Strict, since a domain that asks for it may not be fooled by a name server that is down.
            return new Policy(State.UNKNOWN, true, true);
        }
    }

    private Optional<String> record(String domain) throws DnsLookup.Unavailable {
        List<String> found = dns.lookup("_dmarc." + domain, DnsLookup.Type.TXT).stream()
                .filter(t -> t.strip().toLowerCase(Locale.ROOT).startsWith("v=dmarc1")).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
