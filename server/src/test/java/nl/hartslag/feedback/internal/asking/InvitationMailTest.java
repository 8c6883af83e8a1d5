package nl.hartslag.feedback.internal.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.hartslag.feedback.CustomerWords;
import org.junit.jupiter.api.Test;

class InvitationMailTest {
    private final InvitationMail mail = new InvitationMail(
            CustomerWords.in("nl"), "Lindenhof", "#b45309", "Met hartelijke groet", Optional.of("Sanne"), Optional.of("Kussen"),
            score -> "https://help.example/s/score" + score, "https://help.example/s/open", "https://help.example/s/optout");

    @Test
    void inAMailEachScoreHasItsOwnAddress() {
        for (int score = 0; score <= 10; score++) assertThat(mail.text()).contains("https://help.example/s/score" + score + "\n");
    }

    @Test
    void inAChatThereIsOneQuestionAndOneAddress() {
        assertThat(mail.chatText().lines().toList())
                .hasSize(3)
                .startsWith("Hoe waarschijnlijk is het dat je Lindenhof aanbeveelt aan familie of vrienden?", "https://help.example/s/open");
    }
}
