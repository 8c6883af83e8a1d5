package nl.hartslag.channels.internal.email.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.channels.internal.email.EmailSettings.Tls;
import nl.hartslag.channels.internal.email.compose.MailComposer;
import nl.hartslag.channels.internal.email.compose.OutgoingMail;
import nl.hartslag.contacts.OutboundChannel.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailRelayTest {
    private final ScriptedRelay server = new ScriptedRelay();

    MailRelayTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static byte[] mail(String to, String text) {
        return MailComposer.compose(new OutgoingMail("een@demo.example", Instant.EPOCH, "De Winkel", "service@demo.example", "service@demo.example",
                List.of(to), List.of(), "Antwoord", text, Optional.empty(), List.of(), OutgoingMail.Automatic.NO, Optional.empty(), List.of()));
    }

    private Outcome send(String to, String text) {
        return new MailRelay("127.0.0.1", server.port(), Tls.NONE, "", "", "mail.demo.example").send(mail(to, text), "service@demo.example", List.of(to), "een@demo.example");
    }

    @Test
    void handsTheMailOverUnderItsOwnName() {
        assertThat(send("jan@klant.example", "Onderweg.")).isEqualTo(new Outcome.Sent("een@demo.example"));
        assertThat(server.said).contains("EHLO mail.demo.example", "MAIL FROM:<service@demo.example>", "RCPT TO:<jan@klant.example>");
        assertThat(server.mails).singleElement().asString().contains("Message-ID: <een@demo.example>");
    }

    @Test
    void refusalsAreFinalAndGiveTheReasonWithoutTheAddress() {
        server.to("RCPT", "550 5.1.1 <jan@klant.example>: user unknown");
        assertThat(send("jan@klant.example", "x")).isEqualTo(new Outcome.Refused("relay-answered: 550 5.1.1 …: user unknown"));
        assertThat(server.mails).isEmpty();
    }

    @Test
    void passingFaultsAreTriedAgain() throws IOException {
        server.to("RCPT", "451 4.7.1 greylisted, come back later");
        assertThat(send("jan@klant.example", "x")).isEqualTo(new Outcome.Later("relay-answered: 451 4.7.1 greylisted, come back later", Optional.empty()));
        server.close();
        assertThat(send("jan@klant.example", "x")).isEqualTo(new Outcome.Later("relay-unreachable", Optional.empty()));
    }

    @Test
    void aWholeMailThatIsRefusedIsFinalToo() {
        server.to("DATA", "554 5.7.1 looks like spam");
        assertThat(send("jan@klant.example", "x")).isEqualTo(new Outcome.Refused("relay-answered: 554 5.7.1 looks like spam"));
    }

    @Test
    void aLogInThatIsNotAcceptedIsOurFaultAndWaits() {
        server.to("EHLO", "250-relay.test\r\n250 AUTH PLAIN LOGIN").to("AUTH", "535 5.7.8 no");
        Outcome outcome = new MailRelay("127.0.0.1", server.port(), Tls.NONE, "hartslag", "fout", "localhost").send(mail("jan@klant.example", "x"), "", List.of("jan@klant.example"), "id");
        assertThat(outcome).isEqualTo(new Outcome.Later("relay-login", Optional.empty()));
    }

    @Test
    void sendsNothingOverAnOpenLineWhereStarttlsIsAsked() {
        Outcome outcome = new MailRelay("127.0.0.1", server.port(), Tls.STARTTLS, "hartslag", "geheim", "localhost").send(mail("jan@klant.example", "x"), "", List.of("jan@klant.example"), "id");
        assertThat(outcome).isInstanceOf(Outcome.Later.class);
        assertThat(server.said).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @Test
    void noLineOfATextEndsTheMail() {
        send("jan@klant.example", "Eerste\r\n.\r\nMAIL FROM:<kwaad@elders.example>\r\n.laatste");
        assertThat(server.mails).singleElement().asString().contains("\r\n..\r\nMAIL FROM").contains("\r\n..laatste");
        assertThat(server.said).doesNotContain("MAIL FROM:<kwaad@elders.example>");
    }

    @Test
    void reachesAddressesBeyondAscii() {
        assertThat(send("jörg@klant.example", "Grüße")).isEqualTo(new Outcome.Sent("een@demo.example"));
        assertThat(server.said).anyMatch(line -> line.startsWith("RCPT TO:<jörg@klant.example>"));
        assertThat(server.said).anyMatch(line -> line.startsWith("MAIL FROM") && line.contains("SMTPUTF8"));
        assertThat(server.mails).singleElement().asString().contains("To: jörg@klant.example");
    }
}
