package nl.hartslag.channels.internal.email.smtp;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.hartslag.channels.IntakeLedger.EnvelopeRow;
import nl.hartslag.channels.Outbox;
import nl.hartslag.channels.internal.email.Mails;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Reply;
import org.junit.jupiter.api.Test;

/** What the world sends that no rule foresees: it is placed, shown as far as it goes, and hurts nobody else. */
class OddMailTest extends MailJourney {

    private byte[] raw(String headers, String body) {
        return Mails.bytes("From: Jan <" + customer + ">\nTo: " + service + "\n" + headers + "\n\n" + body);
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) all.writeBytes(piece);
        return all.toByteArray();
    }

    private static String nested(int depth, String type) {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            mail.append(type.equals("message/rfc822") ? "Content-Type: message/rfc822\n\n"
                    : "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n");
        }
        return mail + "Content-Type: text/plain\n\nbinnenin\n";
    }

    private Map<String, byte[]> odd() {
        Map<String, byte[]> odd = new LinkedHashMap<>();
        odd.put("deep multiparts",
                Mails.bytes("From: " + customer + "\nTo: " + service + "\nSubject: diep\n" + nested(10_000, "multipart/mixed")));
        odd.put("deep forwards", Mails.bytes("From: " + customer + "\nSubject: doorgestuurd\n" + nested(10_000, "message/rfc822")));
        odd.put("a thousand attachments", raw("Subject: veel\nContent-Type: multipart/mixed; boundary=B",
                "--B\nContent-Type: text/plain\n\nZie de bijlagen.\n" + IntStream.range(0, 1_000)
                        .mapToObj(i -> "--B\nContent-Type: application/pdf; name=f" + i + ".pdf\n\n" + i + "\n").collect(Collectors.joining()) + "--B--\n"));
        odd.put("no end to a header", raw("Subject: lang\nX-Long: " + "x".repeat(300_000), "Hallo"));
        odd.put("ten thousand headers", raw("Subject: veel\n" + IntStream.range(0, 10_000).mapToObj(i -> "X-H" + i + ": y").collect(Collectors.joining("\n")), "Hallo"));
        odd.put("one line", raw("Subject: een regel", "woord ".repeat(100_000)));
        odd.put("nothing at all", raw("Subject:", ""));
        odd.put("no headers but who", raw("X: y", "Hallo?"));
        odd.put("no such charset", raw("Subject: tekens\nContent-Type: text/plain; charset=x-klingon", "Caf\u00e9"));
        odd.put("latin as utf-8", joined(raw("Subject: tekens\nContent-Type: text/plain; charset=utf-8", ""), "Caf\u00e9 \u20ac".getBytes(java.nio.charset.Charset.forName("windows-1252"))));
        odd.put("utf-16 without a mark", joined(raw("Subject: tekens\nContent-Type: text/plain; charset=utf-16le", ""), "Hallo \ud83d\udce6".getBytes(StandardCharsets.UTF_16LE)));
        odd.put("nul and half a character", joined(raw("Subject: tekens\nContent-Type: text/plain; charset=utf-8", ""), new byte[] {'a', 0, 'b', (byte) 0xf0, (byte) 0x9f, (byte) 0x93}));
        odd.put("emoji in every header", raw("Subject: 📦 kwijt 😡\nX-Mood: 😡", "Waar is mijn 📦?"));
        odd.put("a boundary that never comes", raw("Subject: grens\nContent-Type: multipart/mixed; boundary=nooit", "Hallo\n--anders\n"));
        odd.put("broken base64", raw("Subject: stuk\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64", "JVBERi0=*&^%JVBE\n"));
        odd.put("a date of nonsense", raw("Subject: datum\nDate: 32 Foo 20260 99:99:99 +9999", "Hallo?"));
        odd.put("two thousand people on it", raw("Subject: cc\nCc: " + IntStream.range(0, 2_000).mapToObj(i -> "k" + i + "@klant.example").collect(Collectors.joining(",\n ")), "Hallo?"));
        odd.put("html that never ends", raw("Subject: html\nContent-Type: text/html", "<div>".repeat(50_000) + "x"));
        odd.put("a table of quotes", raw("Subject: quote", "> ".repeat(2_000) + "x\n" + ">".repeat(50_000)));
        return odd;
    }

    @Test
    void placesEveryOddMail() throws IOException {
        Map<String, byte[]> odd = odd();
        try (RawSmtp smtp = new RawSmtp(receiver.port())) {
            for (Map.Entry<String, byte[]> one : odd.entrySet()) {
                assertThat(smtp.deliver(customer, one.getValue(), service)).as(one.getKey()).startsWith("250");
            }
        }
        List<EnvelopeRow> rows = settled(odd.size());
        assertThat(rows).extracting(EnvelopeRow::state).containsOnly("placed");
        assertThat(rows).noneMatch(EnvelopeRow::setAside);
        for (EnvelopeRow row : rows) assertThat(messages(conversation(row))).as(row.subject()).isNotEmpty();
        MessageView many = rows.stream().filter(r -> "veel".equals(r.subject())).map(r -> messages(conversation(r)).getFirst())
                .filter(m -> !m.attachments().isEmpty()).findFirst().orElseThrow();
        assertThat(many.text()).contains("Zie de bijlagen.");
        assertThat(many.attachments()).hasSizeBetween(100, 200);
        MessageView boxes = rows.stream().filter(r -> "📦 kwijt 😡".equals(r.subject())).map(r -> messages(conversation(r)).getFirst()).findFirst().orElseThrow();
        assertThat(boxes.text()).isEqualTo("Waar is mijn 📦?");
    }

    @Test
    void keepsLinesThatBeginWithADot() throws IOException {
        send(mail("punt").body("Eerste\n.verborgen\n..twee\n.\nlaatste?\n"));
        assertThat(messages(conversation(settled(1).getFirst())).getFirst().text()).isEqualToNormalizingNewlines("Eerste\n.verborgen\n..twee\n.\nlaatste?");
    }

    @Test
    void takesEightBitAndAddressesBeyondAscii() throws IOException {
        String joerg = "jörg-" + unique + "@klant.example";
        try (RawSmtp smtp = new RawSmtp(receiver.port())) {
            assertThat(smtp.say("MAIL FROM:<" + joerg + "> BODY=8BITMIME SMTPUTF8")).startsWith("250");
            smtp.say("RSET");
            assertThat(smtp.deliver(joerg, mail("utf8").with("From", "Jörg Müller <" + joerg + ">").with("Content-Transfer-Encoding", "8bit")
                    .body("Größe und Maß, één 📦?").bytes(), service)).startsWith("250");
        }
        EnvelopeRow row = settled(1).getFirst();
        assertThat(row.sender()).isEqualTo(joerg);
        assertThat(messages(conversation(row)).getFirst().text()).isEqualTo("Größe und Maß, één 📦?");
        assertThat(messages(conversation(row)).getFirst().authorName()).isEqualTo("Jörg Müller");
    }

    @Test
    void letsNobodyWriteHeadersOfOurMail() throws IOException {
        send(mail("inbraak")
                .with("From", "=?utf-8?Q?Jan=0D=0ABcc:_iedereen@elders.example?= <" + customer + ">")
                .with("Subject", "=?utf-8?Q?Pakket=0D=0ABcc:_iedereen@elders.example=0D=0A=0D=0A<script>?=")
                .body("Waar is het?"));
        var conversation = conversation(settled(1).getFirst());
        int seen = contacts.conversation(access, conversation).lastSeq();
        contacts.reply(access, conversation, new Reply("Onderweg.\r\n.\r\nMAIL FROM:<x@y.example>", List.of(), seen, "k", true));
        var sent = eventually(() -> outbox.mails(access, null, null, null, 10).items(), mails -> mails.size() == 2);
        for (Outbox.SentMail one : sent) {
            String raw;
            try (var in = outbox.raw(access, one.id())) {
                raw = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            String headers = raw.substring(0, raw.indexOf("\r\n\r\n"));
            assertThat(headers.lines().filter(line -> !line.startsWith(" ") && !line.startsWith("\t"))).noneMatch(line -> line.toLowerCase().startsWith("bcc"));
            assertThat(one.recipients()).containsExactly(customer);
        }
    }

    @Test
    void stopsAnsweringARobotThatDoesNotSayThatItIsOne() throws IOException {
        for (int i = 0; i < 8; i++) send(mail("robot" + i).with("Subject", "Vraag " + i).body("Vraag nummer " + i + "?"));
        settled(8);
        var first = eventually(() -> outbox.mails(access, Outbox.Purpose.ACKNOWLEDGEMENT, null, null, 20).items(), mails -> mails.size() >= 5);
        send(mail("laatste").with("Subject", "Nog een").body("En nog een?"));
        settled(9);
        assertThat(outbox.mails(access, Outbox.Purpose.ACKNOWLEDGEMENT, null, null, 20).items()).hasSameSizeAs(first).hasSize(5);
    }

    @Test
    void oneMailThatTakesLongHoldsUpNobodyElse() throws IOException {
        byte[] slow = raw("Subject: zwaar\nContent-Type: text/html", "<table><tr><td>" + "<b><i><u>x".repeat(60_000));
        try (RawSmtp smtp = new RawSmtp(receiver.port())) {
            assertThat(smtp.deliver(customer, slow, service)).startsWith("250");
        }
        long began = System.nanoTime();
        settled(1);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }
}
