package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MereThanksTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bedankt!", "Dank je wel", "heel erg bedankt voor de hulp!", "Thanks a lot 🙂", "Top, dankjewel", "Thank you very much!",
            "Top, zo kan ik verder. Fijne dag!", "Fijne dag nog!", "Perfect, that helps. Have a nice day!", "Jij ook, fijn weekend 🙂"})
    void asksForNothing(String text) {
        assertThat(MereThanks.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bedankt, maar waar is mijn pakje?", "Nee bedankt, ik wil mijn geld terug", "ok", "Thanks, when will it arrive", "Top", "Zo kan ik niet verder",
            "Fijne dag, maar nog geen antwoord"})
    void mayAskForSomething(String text) {
        assertThat(MereThanks.is(text)).isFalse();
    }
}
