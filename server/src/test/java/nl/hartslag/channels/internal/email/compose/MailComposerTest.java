package nl.hartslag.channels.internal.email.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.channels.internal.email.Mails;
import nl.hartslag.channels.internal.email.compose.OutgoingMail.Automatic;
import nl.hartslag.channels.internal.email.identify.Authorship;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.email.parse.ParsedMail;
import nl.hartslag.channels.internal.email.trust.DnsLookup;
import nl.hartslag.channels.internal.email.trust.SenderCheck;
import nl.hartslag.channels.internal.email.trust.SenderProof;
import org.junit.jupiter.api.Test;

class MailComposerTest {
    private static OutgoingMail mail(String to, String subject, Automatic automatic) {
        return new OutgoingMail("0190-1@demo.example", Instant.parse("2026-11-23T09:00:00Z"), "Café De Winkel", "service@demo.example",
                "service+token@demo.example", List.of(to), List.of(), subject, "Beste Jan,\n\nZie https://demo.example/1?a=b&c. <groet>",
                Optional.empty(), List.of("a@klant.example", "b@klant.example"), automatic, Optional.of("https://demo.example/u/1"),
                List.of(new OutgoingMail.Attachment("factuur €.pdf", "application/pdf",
                        () -> new ByteArrayInputStream("PDF".getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void writesWhatOurOwnParserReadsBack() {
        ParsedMail read = Mails.parse(MailComposer.compose(mail("jan@klant.example", "Re: één pakket", Automatic.NO)));
        assertThat(read.messageId()).contains("0190-1@demo.example");
        assertThat(read.from()).contains(new MailAddress("Café De Winkel", "service@demo.example"));
        assertThat(read.replyTo()).extracting(MailAddress::address).containsExactly("service+token@demo.example");
        assertThat(read.subject()).isEqualTo("Re: één pakket");
        assertThat(read.inReplyTo()).containsExactly("b@klant.example");
        assertThat(read.references()).containsExactly("a@klant.example", "b@klant.example");
        assertThat(read.text().orElseThrow()).contains("<groet>");
        assertThat(read.html().orElseThrow()).contains("<a href=\"https://demo.example/1?a=b&amp;c\">").contains("&lt;groet&gt;");
        assertThat(read.attachments()).singleElement().satisfies(a -> {
            assertThat(a.name()).isEqualTo("factuur €.pdf");
            assertThat(a.content().size()).isEqualTo(3);
        });
        assertThat(read.headers().first("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
        assertThat(read.headers().has("Auto-Submitted")).isFalse();
    }

    @Test
    void marksAutomaticMailSoThatNoMachineAnswersIt() {
        ParsedMail read = Mails.parse(MailComposer.compose(mail("jan@klant.example", "Ontvangen", Automatic.REPLIED)));
        assertThat(read.headers().first("Auto-Submitted")).contains("auto-replied");
        assertThat(Authorship.of(read, Optional.of("x@y.example"), Set.of()).answerable()).isFalse();
    }

    @Test
    void letsNobodyWriteHeadersThroughASubjectOrAddress() {
        byte[] written = MailComposer.compose(mail("jan@klant.example", "Hallo\r\nBcc: allen@kwaad.example", Automatic.NO));
        assertThat(Mails.parse(written).headers().has("Bcc")).isFalse();
        assertThatThrownBy(() -> MailComposer.compose(mail("jan@klant.example\r\nBcc: allen@kwaad.example", "x", Automatic.NO)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void signsSoThatOthersBelieveIt() throws IOException, NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        byte[] signed = new DkimSignature("demo.example", "hartslag", pem).sign(MailComposer.compose(mail("jan@klant.example", "Re: x", Automatic.NO)));
        String record = "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        DnsLookup dns = (name, type) -> name.equals("hartslag._domainkey.demo.example") ? List.of(record) : List.of();
        SenderProof proof = check(dns, signed);
        assertThat(proof.dkim()).isEqualTo("pass");
        assertThat(proof.proven()).isTrue();
        byte[] changed = new String(signed, StandardCharsets.ISO_8859_1).replace("Beste Jan", "Beste Jos").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(check(dns, changed).proven()).isFalse();
        assertThatThrownBy(() -> new DkimSignature("demo.example", "s", "geen sleutel")).isInstanceOf(IllegalArgumentException.class);
    }

    private static SenderProof check(DnsLookup dns, byte[] mail) throws IOException {
        return new SenderCheck(dns).check(new MailAddress("", "service@demo.example"),
                new SenderCheck.Delivery(Optional.empty(), "", ""), new ByteArrayInputStream(mail));
    }
}
