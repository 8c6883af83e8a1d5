package nl.hartslag.demo.internal.past;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import nl.hartslag.contacts.ContactsImport.PastGiven;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Dice;
import nl.hartslag.demo.internal.company.Shoppers;
import nl.hartslag.demo.internal.company.Voices;

/** What agents promised in the past, and what came of it. Its dice are its own, so that the rest of the story stays as it is. */
final class Promiser {
    private static final double HOW_OFTEN = 0.09;
    private static final double IN_TIME = 0.88;
    private static final double AT_LAST = 0.75;
    private static final int HOUR = 17;

    private final Cast cast;
    private final Dice dice = new Dice(Shoppers.SEED + 5);
    private final Voices voices = new Voices(dice);

    Promiser(Cast cast) {
        this.cast = cast;
    }

    /** Nothing that would not have its outcome by now. */
    List<PastGiven> promises(PastVisit visit, Instant at, Instant now) {
        if (!dice.chance(HOW_OFTEN)) return List.of();
        Act act = dice.one(List.of(Act.CALL_BACK, Act.WRITE_BACK, Act.WRITE_BACK, Act.REFUND));
        ZonedDateTime due = at.atZone(visit.hours().zone()).plusDays(dice.between(1, act == Act.REFUND ? 5 : 2)).withHour(HOUR).withMinute(0).withSecond(0).withNano(0);
        boolean inTime = dice.chance(IN_TIME);
        boolean keptAtLast = dice.chance(AT_LAST);
        long room = Duration.between(at, due).toMinutes();
        Instant settled = due.toInstant().plus(Duration.ofMinutes(inTime ? -dice.between(5, (int) Math.min(room - 5, 400)) : dice.between(30, 1_400)));
        String when = due.format(DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.forLanguageTag(visit.occasion().language())));
        String words = voices.promise(visit.occasion(), "promise " + act.name().toLowerCase(Locale.ROOT).replace('_', ' '), when);
        String why = inTime || keptAtLast ? null : voices.general(visit.occasion(), "promise broken", visit.agent().firstName());
        if (settled.isAfter(now)) return List.of();
        return List.of(new PastGiven(act, words, cast.user(visit.agent()), at, due.toInstant(), settled, why));
    }
}
