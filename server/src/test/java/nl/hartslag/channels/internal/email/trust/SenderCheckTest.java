package nl.hartslag.channels.internal.email.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.channels.internal.email.Mails;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import org.junit.jupiter.api.Test;

class SenderCheckTest {
    private static final MailAddress JAN = new MailAddress("", "jan@klant.example");
    private final Map<String, String> txt = new HashMap<>(Map.of(
            "klant.example", "v=spf1 ip4:192.0.2.1 include:post.example -all",
            "post.example", "v=spf1 ip4:198.51.100.0/24 ~all",
            "kwaad.example", "v=spf1 +all",
            "_dmarc.klant.example", "v=DMARC1; p=reject"));

    private SenderProof check(String ip, String envelopeFrom) throws IOException {
        DnsLookup dns = (name, type) -> {
            String key = name.replaceFirst("\\.$", "");
            return type == DnsLookup.Type.TXT && txt.containsKey(key) ? List.of(txt.get(key)) : List.of();
        };
        return new SenderCheck(dns).check(JAN, new SenderCheck.Delivery(Optional.of(ip), "mx.klant.example", envelopeFrom),
                new ByteArrayInputStream(Mails.aMail().bytes()));
    }

    @Test
    void provesASenderWhoseServerIsAllowed() throws IOException {
        assertThat(check("192.0.2.1", "jan@klant.example")).isEqualTo(new SenderProof(true, "pass", "none", "pass", "checked"));
        assertThat(check("198.51.100.7", "jan@klant.example").proven()).isTrue();
    }

    @Test
    void doesNotBelieveAnotherServerOrDomain() throws IOException {
        assertThat(check("203.0.113.9", "jan@klant.example")).isEqualTo(new SenderProof(false, "fail", "none", "fail", "checked"));
        assertThat(check("203.0.113.9", "x@kwaad.example")).isEqualTo(new SenderProof(false, "pass", "none", "fail", "checked"));
    }

    @Test
    void honoursStrictAlignment() throws IOException {
        txt.put("mail.klant.example", "v=spf1 ip4:192.0.2.1 -all");
        assertThat(check("192.0.2.1", "b@mail.klant.example").proven()).isTrue();
        txt.put("_dmarc.klant.example", "v=DMARC1; p=reject; aspf=s");
        assertThat(check("192.0.2.1", "b@mail.klant.example").proven()).isFalse();
    }

    @Test
    void provesNobodyWhileNobodyAnswers() throws IOException {
        SenderProof proof = new SenderCheck(DnsLookup.offline()).check(JAN,
                new SenderCheck.Delivery(Optional.of("192.0.2.1"), "mx.klant.example", "jan@klant.example"),
                new ByteArrayInputStream(Mails.aMail().bytes()));
        assertThat(proof).isEqualTo(new SenderProof(false, "temperror", "none", "temperror", "checked"));
    }

    @Test
    void neverAlignsStrangersUnderASharedSuffix() {
        assertThat(Domains.aligned("kwaad.co.uk", "klant.co.uk", false)).isFalse();
        assertThat(Domains.aligned("mail.klant.co.uk", "klant.co.uk", false)).isTrue();
        assertThat(Domains.aligned("mail.klant.nl", "nieuws.klant.nl", false)).isTrue();
        assertThat(Domains.aligned("nl", "nl", false)).isFalse();
    }

    @Test
    void believesATrustedRelayAndNobodyElse() {
        String word = "relay.example; dmarc=pass (p=none) header.from=klant.example; spf=pass smtp.mailfrom=x@klant.example";
        assertThat(word(word, "relay.example")).contains(new SenderProof(true, "pass", "none", "pass", "relay"));
        assertThat(word(word, "ander.example")).isEmpty();
        assertThat(word("relay.example; spf=pass smtp.mailfrom=x@kwaad.example; dmarc=fail header.from=klant.example", "relay.example")
                .orElseThrow().proven()).isFalse();
        assertThat(word("relay.example; dkim=pass header.d=kwaad.example", "relay.example").orElseThrow().proven()).isFalse();
    }

    private static Optional<SenderProof> word(String header, String trusted) {
        return RelayWord.of(Mails.aMail().with("Authentication-Results", header).parsed().headers(), JAN, Set.of(trusted));
    }
}
