package nl.hartslag.channels.internal.email.trust;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.apache.james.jspf.impl.SPF;
import org.jspecify.annotations.Nullable;

/** SPF (RFC 7208) through the library, with our own DNS port beneath it. */
final class SpfCheck {
    private final SPF spf;

    SpfCheck(DnsLookup dns) {
        spf = new SPF(new Bridge(dns));
    }

    String check(String clientAddress, String envelopeFrom, String helo) {
        return spf.checkSPF(clientAddress, envelopeFrom, helo).getResult().toLowerCase(Locale.ROOT);
    }

    private record Bridge(DnsLookup dns) implements DNSService {
        @Override
        public @Nullable List<String> getRecords(DNSRequest request) throws TimeoutException {
            DnsLookup.Type type = switch (request.getRecordType()) {
                case DNSRequest.A -> DnsLookup.Type.A;
                case DNSRequest.AAAA -> DnsLookup.Type.AAAA;
                case DNSRequest.MX -> DnsLookup.Type.MX;
                case DNSRequest.PTR -> DnsLookup.Type.PTR;
                // the SPF record type was withdrawn by RFC 7208; only TXT counts
                case DNSRequest.TXT -> DnsLookup.Type.TXT;
                default -> null;
            };
            if (type == null) return null;
            try {
                List<String> found = dns.lookup(request.getHostname(), type);
                return found.isEmpty() ? null : found;
            } catch (DnsLookup.Unavailable nobodyAnswers) {
                throw new TimeoutException(nobodyAnswers.getMessage());
            }
        }

        @Override
        public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
            try {
                return CompletableFuture.completedFuture(getRecords(request));
            } catch (TimeoutException nobodyAnswers) {
                return CompletableFuture.failedFuture(nobodyAnswers);
            }
        }

        @Override
        public List<String> getLocalDomainNames() {
            return List.of("localhost");
        }

        @Override
        public void setTimeOut(int seconds) {
            // the port has its own
        }

        @Override
        public int getRecordLimit() {
            return 0;
        }

        @Override
        public void setRecordLimit(int limit) {
            // the library counts look-ups itself
        }
    }
}
