package nl.hartslag.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmtpTest {
    private final BlockingQueue<Mailbox.Received> arrived = new LinkedBlockingQueue<>();

    @ParameterizedTest
    @EnumSource(Letter.Style.class)
    void aLetterArrivesAsItWasWritten(Letter.Style style) throws Exception {
        try (Mailbox mailbox = new Mailbox(0, arrived::add);
                SmtpClient client = new SmtpClient("127.0.0.1", mailbox.port())) {
            client.send("anna@post.example", "service@demo.example", LetterBytes.of(letter(style, "Waar blijft mijn café?\n.\nHoor!")));

            Mailbox.Received received = arrived.poll(10, TimeUnit.SECONDS);
            assertThat(received.sender()).isEqualTo("anna@post.example");
            assertThat(received.recipients()).isEqualTo(List.of("service@demo.example"));
            Incoming mail = Incoming.read(received.bytes());
            assertThat(mail.messageId()).isEqualTo("<1@customers.example>");
            assertThat(mail.fromName()).isEqualTo("Anna de Vries");
            assertThat(style == Letter.Style.HTML_ONLY ? mail.html() : mail.text()).contains("Waar blijft mijn café?", "Hoor!");
        }
    }

    @Test
    void aMailThatBreaksOffDoesNotArrive() throws Exception {
        try (Mailbox mailbox = new Mailbox(0, arrived::add)) {
            byte[] bytes = LetterBytes.of(letter(Letter.Style.PLAIN, "half"));
            try (SmtpClient client = new SmtpClient("127.0.0.1", mailbox.port())) {
                client.breakOff("anna@post.example", "service@demo.example", bytes);
            }
            try (SmtpClient client = new SmtpClient("127.0.0.1", mailbox.port())) {
                client.send("bas@post.example", "service@demo.example", bytes);
            }
            assertThat(arrived.poll(10, TimeUnit.SECONDS).sender()).isEqualTo("bas@post.example");
            assertThat(arrived).isEmpty();
        }
    }

    @Test
    void findsTheSurveyInAMail() {
        Incoming mail = new Incoming("<1@x>", "Lindenhof", "a@demo.example", "", "",
                "<a href=\"http://localhost:8080/s/aB3-x_9?score=4\">4</a>", true);
        assertThat(mail.survey()).contains("http://localhost:8080/s/aB3-x_9");
    }

    private static Letter letter(Letter.Style style, String text) {
        return new Letter("<1@customers.example>", "Anna de Vries", "anna@post.example", "service@demo.example", "Vraag", text,
                style, Optional.empty(), true);
    }
}
