package nl.hartslag.channels.internal.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import nl.hartslag.channels.IntakeLedger.EnvelopeRow;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Who just brings a mail can write above it what he likes. */
@TestPropertySource(properties = "hartslag.channels.email.trusted-relays=192.0.2.1")
class UnknownRelayTest extends MailJourney {
    @Test
    void believesAStrangerNeitherAboutTheSenderNorAboutSpam() throws IOException {
        send(mail("een").with("Authentication-Results", "relay.test; dmarc=pass header.from=klant.example").with("X-Spam-Flag", "YES"));
        EnvelopeRow row = settled(1).getFirst();
        assertThat(row.proven()).isFalse();
        assertThat(row.outcome()).isEqualTo("new");
    }
}
