package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MereThanksTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bedankt!", "Dank je wel", "heel erg bedankt voor de hulp!", "Thanks a lot 🙂", "Top, dankjewel", "Thank you very much!"})
    void asksForNothing(String text) {
        assertThat(MereThanks.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bedankt, maar waar is mijn pakje?", "Nee bedankt, ik wil mijn geld terug", "ok", "Thanks, when will it arrive"})
    void mayAskForSomething(String text) {
        assertThat(MereThanks.is(text)).isFalse();
    }
}
