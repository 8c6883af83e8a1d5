package nl.hartslag.channels.internal.email.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import nl.hartslag.channels.internal.email.Mails;
import nl.hartslag.channels.internal.email.parse.ParsedMail;
import org.junit.jupiter.api.Test;

class BounceTest {
    @Test
    void findsTheMailItIsAbout() {
        for (String original : new String[] {"message/rfc822", "text/rfc822-headers"}) {
            ParsedMail mail = Mails.parse(Mails.deliveryReport("failed", "uit-1@demo.example", original));
            assertThat(Authorship.of(mail, Optional.of(""), Set.of()).writer()).isEqualTo(Authorship.Writer.BOUNCE);
            Bounce bounce = Bounce.of(mail);
            assertThat(bounce.originalIds()).containsExactly("uit-1@demo.example");
            assertThat(bounce.outcome()).isEqualTo(Bounce.Outcome.FAILED);
            assertThat(bounce.detail()).isEqualTo("5.1.1 smtp; 550 5.1.1 <…>: unknown user");
        }
    }

    @Test
    void tellsDelayFromFailure() {
        assertThat(outcome("delayed")).isEqualTo(Bounce.Outcome.DELAYED);
        assertThat(outcome("relayed (to old system)")).isEqualTo(Bounce.Outcome.DELIVERED);
        assertThat(outcome("onzin")).isEqualTo(Bounce.Outcome.FAILED);
    }

    private static Bounce.Outcome outcome(String action) {
        return Bounce.of(Mails.parse(Mails.deliveryReport(action, "uit-1@demo.example", "message/rfc822"))).outcome();
    }

    @Test
    void readsAServersOwnProse() {
        ParsedMail mail = Mails.parse("""
                From: Mail Delivery System <Mailer-Daemon@mx.example>
                X-Failed-Recipients: jan@klant.example
                Subject: Mail delivery failed

                This message could not be delivered.
                ------ This is a copy of the message, including all the headers. ------
                Message-ID: <uit-2@demo.example>
                Subject: Re: pakket
                """);
        assertThat(Authorship.of(mail, Optional.of(""), Set.of()).writer()).isEqualTo(Authorship.Writer.BOUNCE);
        assertThat(Bounce.of(mail).originalIds()).containsExactly("uit-2@demo.example");
    }
}
