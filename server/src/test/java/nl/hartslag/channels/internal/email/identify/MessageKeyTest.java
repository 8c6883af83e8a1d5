package nl.hartslag.channels.internal.email.identify;

import static nl.hartslag.channels.internal.email.Mails.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import nl.hartslag.channels.internal.email.Mails;
import org.junit.jupiter.api.Test;

class MessageKeyTest {
    private static String key(Mails.Draft mail) {
        return MessageKey.of(mail.parsed()).value();
    }

    @Test
    void isTheSameOnEveryRoute() {
        assertThat(key(aMail().with("Received", "from a by b").with("X-Spam-Score", "1").with("Delivered-To", "x@y.example"))).isEqualTo(key(aMail()));
        assertThat(key(aMail().body("Hallo,   waar blijft\nmijn pakket?\n\n"))).isEqualTo(key(aMail()));
    }

    @Test
    void differsWhenAnIdIsUsedAgainForAnotherMail() {
        assertThat(key(aMail().body("Iets anders"))).isNotEqualTo(key(aMail()));
        assertThat(key(aMail().with("Subject", "Iets anders"))).isNotEqualTo(key(aMail()));
        assertThat(key(aMail().with("From", "piet@klant.example"))).isNotEqualTo(key(aMail()));
    }

    @Test
    void restsOnTheContentWhenThereIsNoId() {
        assertThat(key(aMail().without("Message-ID"))).isEqualTo(key(aMail().without("Message-ID"))).isNotEqualTo(key(aMail()));
        assertThat(key(aMail().without("Message-ID").body("anders"))).isNotEqualTo(key(aMail().without("Message-ID")));
    }
}
