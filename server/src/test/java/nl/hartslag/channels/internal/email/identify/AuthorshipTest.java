package nl.hartslag.channels.internal.email.identify;

import static nl.hartslag.channels.internal.email.Mails.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import nl.hartslag.channels.internal.email.Mails;
import nl.hartslag.channels.internal.email.identify.Authorship.Writer;
import org.junit.jupiter.api.Test;

class AuthorshipTest {
    private static final Set<String> OURS = Set.of("service@demo.example");

    private static Authorship of(Mails.Draft mail) {
        return Authorship.of(mail.parsed(), Optional.of("jan@klant.example"), OURS);
    }

    @Test
    void takesAnOrdinaryMailForAPersons() {
        assertThat(of(aMail())).isEqualTo(new Authorship(Writer.PERSON, true, ""));
        assertThat(of(aMail().with("Auto-Submitted", "no")).writer()).isEqualTo(Writer.PERSON);
        assertThat(of(aMail().with("Precedence", "normal")).answerable()).isTrue();
    }

    @Test
    void recognisesMachines() {
        assertThat(of(aMail().with("Auto-Submitted", "auto-replied (vacation)")).writer()).isEqualTo(Writer.AUTO_REPLY);
        assertThat(of(aMail().with("Precedence", "auto_reply")).writer()).isEqualTo(Writer.AUTO_REPLY);
        assertThat(of(aMail().with("Precedence", "Bulk")).writer()).isEqualTo(Writer.LIST);
        assertThat(of(aMail().with("List-Unsubscribe", "<https://x.example>")).writer()).isEqualTo(Writer.LIST);
        assertThat(of(aMail().with("X-Autoreply", "yes")).writer()).isEqualTo(Writer.AUTO_REPLY);
        assertThat(of(aMail().with("From", "No Reply <no-reply@winkel.example>")).writer()).isEqualTo(Writer.AUTO_REPLY);
        assertThat(of(aMail().without("From")).writer()).isEqualTo(Writer.AUTO_REPLY);
        assertThat(Authorship.of(aMail().parsed(), Optional.of(""), OURS).writer()).isEqualTo(Writer.AUTO_REPLY);
        assertThat(Authorship.of(aMail().with("Return-Path", "<>").with("Subject", "Undelivered Mail Returned to Sender").parsed(),
                Optional.empty(), OURS).writer()).isEqualTo(Writer.BOUNCE);
    }

    @Test
    void doesNotAnswerWhoAsksForSilenceButTakesHimForAPerson() {
        assertThat(of(aMail().with("X-Auto-Response-Suppress", "DR, OOF, AutoReply")))
                .isEqualTo(new Authorship(Writer.PERSON, false, "X-Auto-Response-Suppress"));
    }

    @Test
    void recognisesOurOwnMailAlsoWithAToken() {
        assertThat(of(aMail().with("From", "Service <Service+abc@Demo.example>")).writer()).isEqualTo(Writer.OURSELVES);
    }

    @Test
    void stopsAMailThatGoesRoundInCircles() {
        String hops = "Received: from a by b; Mon, 23 Nov 2026 10:00:00 +0100\n".repeat(40);
        assertThat(Authorship.of(Mails.parse(hops + "From: jan@klant.example\n\nx"), Optional.of("jan@klant.example"), OURS).answerable())
                .isFalse();
    }

    @Test
    void aFormOnOurSiteSpeaksForWhoeverFilledItIn() {
        String ours = OURS.iterator().next();
        var form = aMail().with("From", ours).with("Reply-To", "Jan <jan@klant.example>");
        assertThat(of(form)).isEqualTo(new Authorship(Writer.PERSON, true, ""));
        assertThat(Authorship.author(form.parsed(), OURS).orElseThrow().address()).isEqualTo("jan@klant.example");
        assertThat(of(aMail().with("From", ours).with("Reply-To", ours)).writer()).isEqualTo(Writer.OURSELVES);
        var two = aMail().with("From", ours).with("Reply-To", "a@klant.example, b@klant.example");
        assertThat(of(two).writer()).isEqualTo(Writer.OURSELVES);
    }
}
