package nl.hartslag.routing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nl.hartslag.testing.Soak;
import org.junit.jupiter.api.Test;

/**
 * A whole day of a contact centre over the rules themselves: people drop out and come back, decline, do not answer. Social media
 * count as chats, as the product has three mediums.
 */
class DayTest {
    /** A small team has less than its part of the work: six people with a skill cannot stand in for each other as twenty can. */
    private final Day.Size size = new Day.Size(
            Soak.rounds(60, 600), Soak.rounds(8, 40), Soak.rounds(10, 30), Soak.rounds(900, 20_000),
            // a call, a chat, a word on social media, a mail
            List.of(Medium.CALL, Medium.CHAT, Medium.CHAT, Medium.MAIL));

    @Test
    void nothingIsLostNobodyHasTooMuchAndNobodyIdlesWhileWorkForHimWaits() {
        for (long seed = 1; seed <= Soak.rounds(3, 3); seed++) {
            Day day = new Day(size, seed);
            day.run();
            assertThat(day.arrived).isEqualTo(size.contacts());
            assertThat(day.handled).as("handled of what came in, seed %d", seed).isEqualTo(size.contacts());
            assertThat(day.takenFromReserve).as("people who were to stay free and were asked, seed %d", seed).isZero();
            assertThat(day.overCapacity).as("people who had more than they may, seed %d", seed).isZero();
            assertThat(day.idleBesideWork).as("people with room who were not asked, seed %d", seed).isZero();
            assertThat(day.longestLive).as("longest wait of somebody at the other end, seed %d", seed).isLessThan(Day.LIVE_BOUND);
            assertThat(day.longestMail).as("longest wait of a mail, seed %d", seed).isLessThan(Day.MAIL_BOUND);
            assertThat(day.callsBesideMail).as("calls that came to somebody with mail in hand, seed %d", seed).isPositive();
            assertThat(day.late).as("promises that came late, seed %d", seed).isLessThan(size.contacts() / 20);
            assertThat(day.offers).isGreaterThan(size.contacts());
            if (Boolean.getBoolean("soak")) {
                System.out.printf("soak: a day of %,d contacts, %d people, %d queues: %,d offers, longest wait %d s live, %d min mail, at most %,d waiting, %,d promises late%n",
                        size.contacts(), size.agents(), size.queues(), day.offers, day.longestLive.toSeconds(), day.longestMail.toMinutes(), day.mostWaiting, day.late);
            }
        }
    }

    /** Twice as many chats as the people can do, from the first hour on: whoever mails gets his turn all the same. */
    @Test
    void noMailWaitsForEverBehindChats() {
        int agents = Soak.rounds(6, 60);
        Day day = new Day(new Day.Size(agents, 2, 2, agents * 160, Stream.concat(Stream.generate(() -> Medium.CHAT).limit(19), Stream.of(Medium.MAIL)).toList()), 1);
        day.run();
        assertThat(day.handled).isEqualTo(agents * 160);
        assertThat(day.longestLive).as("so much came that chats waited long").isGreaterThan(Duration.ofHours(2));
        assertThat(day.longestMail).isLessThan(Day.MAIL_PROMISE.plusHours(1));
        assertThat(day.overCapacity).isZero();
    }
}
