package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import nl.hartslag.contacts.internal.MailedTurn.Answer;
import nl.hartslag.contacts.internal.MailedTurn.AskBack;
import nl.hartslag.contacts.internal.MailedTurn.MoreTime;
import nl.hartslag.contacts.internal.MailedTurn.Sooner;
import nl.hartslag.contacts.internal.MailedTurn.Unread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a department means by the first line of its mail, on Wednesday 2 December 2026. */
class MailedTurnTest {
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 12, 2, 10, 0, 0, 0, ZoneId.of("Europe/Amsterdam"));

    @ParameterizedTest
    @ValueSource(strings = {"Ja, gisteren overgemaakt", "Akkoord", "Niet akkoord", "Vraag: is het weg?\nAntwoord: ja", "Meer tijd is niet nodig, het is al weg", "Eerder kon ik het niet vinden",
            "Eerder ja, maar nu niet meer", "Beste Noor,\nMeer tijd: 12-12-2026 15:00 druk", "Hij stelde een tegenvraag", "", "De klant wil meer tijd: tot 12-12-2026 15:00"})
    void anythingElseIsAnAnswer(String text) {
        assertThat(read(text)).isEqualTo(new Answer());
    }

    @ParameterizedTest
    @CsvSource({"Eerder: ja,true", "eerder : Ja!,true", "EERDER: nee,false", "Sooner: yes,true", "*Sooner:* no,false", "Eerder ja,true", "Eerder nee.,false", "Eerder: niet akkoord,false",
            "Eerder:\u00a0akkoord,true"})
    void saysYesOrNoToASoonerTime(String text, boolean accepted) {
        assertThat(read(text + "\n\nGroet, Liesbeth")).isEqualTo(new Sooner(accepted));
    }

    @Test
    void asksBackOnTheSameLineOrBelowIt() {
        assertThat(read("Tegenvraag: welke rekening?")).isEqualTo(new AskBack("welke rekening?"));
        assertThat(read("- Tegenvraag:\n\nWelke rekening?\nEn welk bedrag?")).isEqualTo(new AskBack("Welke rekening?\nEn welk bedrag?"));
        assertThat(read("Question back: which account?")).isEqualTo(new AskBack("which account?"));
        assertThat(read("Tegenvraag:")).isEqualTo(new Unread("question"));
    }

    @ParameterizedTest
    @CsvSource({"12-12-2026 15:00,2026-12-12T14:00:00Z", "12/12/2026 15.00 uur,2026-12-12T14:00:00Z", "12-12 15:00,2026-12-12T14:00:00Z", "5-1 9:30,2027-01-05T08:30:00Z",
            "12 december 15:00,2026-12-12T14:00:00Z", "1 mei 2027 om 08:00,2027-05-01T06:00:00Z", "1 May 2027 at 08:00,2027-05-01T06:00:00Z", "2026-12-12 15:00,2026-12-12T14:00:00Z",
            "vandaag 16:00,2026-12-02T15:00:00Z", "morgen 9:00,2026-12-03T08:00:00Z", "tomorrow 9:00,2026-12-03T08:00:00Z", "1-12-2026 15:00,2026-12-01T14:00:00Z"})
    void readsAMomentAsPeopleWriteIt(String moment, String at) {
        assertThat(read("Meer tijd: " + moment + " de bank is dicht")).isEqualTo(new MoreTime(Instant.parse(at), "de bank is dicht"));
        assertThat(read("More time " + (Character.isDigit(moment.charAt(0)) ? "" : ": ") + moment + ", de bank is dicht\n\nL.")).isInstanceOf(MoreTime.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31-2-2027 10:00 druk", "12-13-2026 15:00 druk", "12-12-2026 25:00 druk", "volgende week", "12-12-2026 druk", "12 smurf 15:00 druk", "29-2 10:00 druk"})
    void aMomentThatCannotBeIsNotRead(String moment) {
        assertThat(read("Meer tijd: " + moment)).isEqualTo(new Unread("moment"));
    }

    @Test
    void moreTimeNeedsAWhyAndTakesItFromBelow() {
        assertThat(read("Meer tijd: morgen 9:00")).isEqualTo(new Unread("why"));
        assertThat(read("Meer tijd: morgen 9:00\nDe bank is dicht.\n\nGroet, L.")).isEqualTo(new MoreTime(Instant.parse("2026-12-03T08:00:00Z"), "De bank is dicht."));
        assertThat(((MoreTime) read("Meer tijd: morgen 9:00 " + "x".repeat(900))).why()).hasSize(500).endsWith("…");
        assertThat(read("Eerder: misschien")).isEqualTo(new Unread("yesOrNo"));
    }

    private static MailedTurn read(String text) {
        return MailedTurn.read(text, NOW);
    }
}
