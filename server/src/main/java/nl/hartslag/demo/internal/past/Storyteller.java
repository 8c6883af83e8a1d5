package nl.hartslag.demo.internal.past;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.hartslag.contacts.ContactsImport.PastCase;
import nl.hartslag.contacts.ContactsImport.PastContact;
import nl.hartslag.contacts.ContactsImport.PastConversation;
import nl.hartslag.contacts.ContactsImport.PastGiven;
import nl.hartslag.contacts.ContactsImport.PastPromise;
import nl.hartslag.contacts.Result;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Dice;
import nl.hartslag.demo.internal.company.Occasion;
import nl.hartslag.demo.internal.company.Voices;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.Uuid7;
import org.jspecify.annotations.Nullable;

/** Tells how a visit went: who wrote what when, what was promised and what came of it. */
final class Storyteller {
    private static final double USUAL_WAIT_MINUTES = 70;

    private final Cast cast;
    private final Dice dice;
    private final Voices voices;
    private final Promiser promiser;

    Storyteller(Cast cast, Dice dice) {
        this.cast = cast;
        this.dice = dice;
        this.voices = new Voices(dice);
        this.promiser = new Promiser(cast);
    }

    /** An e-mail and its answer, sometimes with a second question. Empty when the answer would lie after {@code now}. */
    Optional<Told> mail(PastVisit visit, Instant now) {
        Occasion occasion = visit.occasion();
        Duration wait = Duration.ofMinutes((long) (8 + dice.exponential(USUAL_WAIT_MINUTES * visit.backlog())));
        Instant answeredAt = OpenTime.after(visit.hours(), visit.at(), wait);
        if (answeredAt.isAfter(now)) return Optional.empty();
        Script script = new Script(visit, cast);
        ContactId contact = new ContactId(Uuid7.at(visit.at()));
        Instant due = visit.hours().answerDue(visit.at());
        script.customer(contact, visit.at(), voices.mail(occasion));
        script.acknowledgement(contact, visit.at().plusSeconds(2), acknowledgement(visit, due));
        if (dice.chance(0.08)) {
            script.note(contact, answeredAt.minusSeconds(150), voices.general(occasion, "note", visit.agent().name()));
        }
        script.agent(contact, answeredAt, voices.answer(occasion, visit.agent().name()));
        List<PastContact> contacts = new ArrayList<>();
        contacts.add(contact(visit, contact, visit.at(), answeredAt, answeredAt.plusSeconds(40), Optional.of(new PastPromise(due, answeredAt)),
                promiser.promises(visit, answeredAt, now)));
        Instant next = answeredAt.plus(Duration.ofMinutes(dice.between(15, 900)));
        if (next.isBefore(now.minus(Duration.ofDays(1)))) {
            if (dice.chance(0.16)) askAgain(visit, script, contacts, next);
            else if (dice.chance(0.3)) script.customer(contact, next, voices.general(occasion, "thanks", visit.agent().firstName()));
        }
        return Optional.of(told(visit, "mail", script, contacts, voices.mailSubject(occasion), answeredAt.isAfter(due)));
    }

    private void askAgain(PastVisit visit, Script script, List<PastContact> contacts, Instant at) {
        ContactId contact = new ContactId(Uuid7.at(at));
        Instant answeredAt = OpenTime.after(visit.hours(), at, Duration.ofMinutes(dice.between(10, 150)));
        Instant due = visit.hours().answerDue(at);
        script.customer(contact, at, voices.general(visit.occasion(), "second question", ""));
        script.agent(contact, answeredAt, voices.general(visit.occasion(), "second answer", visit.agent().name()));
        contacts.add(contact(visit, contact, at, answeredAt, answeredAt.plusSeconds(30), Optional.of(new PastPromise(due, answeredAt)), List.of()));
    }

    /** A chat, from hello to goodbye. */
    Told chat(PastVisit visit) {
        Occasion occasion = visit.occasion();
        String agent = visit.agent().name();
        Script script = new Script(visit, cast);
        ContactId contact = new ContactId(Uuid7.at(visit.at()));
        Instant clock = visit.at();
        script.customer(contact, clock, voices.general(occasion, "chat hello", agent));
        clock = later(clock, 4, 20);
        script.customer(contact, clock, voices.chatQuestion(occasion));
        Instant answeredAt = visit.at().plusSeconds((long) (25 + dice.exponential(60 * visit.backlog())));
        Instant due = visit.hours().answerDue(visit.at());
        clock = answeredAt.isAfter(clock) ? answeredAt : clock.plusSeconds(5);
        script.agent(contact, clock, voices.general(occasion, "chat agent hello", agent));
        if (dice.chance(0.7)) {
            clock = later(clock, 15, 60);
            script.customer(contact, clock, voices.general(occasion, "chat order", agent));
        }
        clock = later(clock, 40, 180);
        script.agent(contact, clock, voices.chatAnswer(occasion, agent));
        if (dice.chance(0.35)) {
            clock = later(clock, 15, 70);
            script.customer(contact, clock, voices.general(occasion, "second question", agent));
            clock = later(clock, 20, 80);
            script.agent(contact, clock, voices.general(occasion, "second answer", agent));
        }
        clock = later(clock, 10, 60);
        script.customer(contact, clock, voices.general(occasion, "chat bye", agent));
        clock = later(clock, 5, 25);
        script.agent(contact, clock, voices.general(occasion, "chat agent bye", agent));
        List<PastContact> contacts = List.of(contact(visit, contact, visit.at(), answeredAt, clock.plusSeconds(30),
                Optional.of(new PastPromise(due, answeredAt)), List.of()));
        return told(visit, "chat", script, contacts, firstWords(script), answeredAt.isAfter(due));
    }

    private Instant later(Instant clock, int least, int most) {
        return clock.plusSeconds(dice.between(least, most));
    }

    private static String firstWords(Script script) {
        String question = script.messages.get(1).text();
        return question.length() <= 60 ? question : question.substring(0, 57) + "…";
    }

    private PastContact contact(PastVisit visit, ContactId id, Instant openedAt, Instant answeredAt, Instant endedAt,
            Optional<PastPromise> promise, List<PastGiven> given) {
        String brand = visit.occasion().brand().key();
        DepartmentId cause = cause(visit);
        ProcessId process = cause == null ? null : visit.occasion().process().map(cast.processes::get).orElse(null);
        return new PastContact(id, visit.queue().partner().map(cast.partners::get), cast.queues.get(visit.queue().key()),
                cast.reason(brand, visit.occasion().reason()), cause, process, dice.chance(0.05) ? Result.FORWARDED : Result.SOLVED,
                openedAt, answeredAt.minusSeconds(dice.between(20, 400)), answeredAt, endedAt, cast.user(visit.agent()), promise, given);
    }

    /** Nine in ten times somebody says which department made it necessary. */
    private @Nullable DepartmentId cause(PastVisit visit) {
        if (dice.chance(0.1)) return null;
        return cast.departments.get(visit.occasion().cause());
    }

    private Told told(PastVisit visit, String medium, Script script, List<PastContact> contacts, String subject, boolean late) {
        Occasion occasion = visit.occasion();
        boolean solved = !dice.chance(0.05);
        Instant end = contacts.getLast().endedAt();
        var conversation = new PastConversation(new ConversationId(Uuid7.at(visit.at())), visit.channel(), medium, subject,
                occasion.language(), dice.chance(0.85), List.of(occasion.shopper().email()), contacts, script.messages);
        return new Told(visit, new PastCase(new CaseId(Uuid7.at(visit.at())), cast.brands.get(occasion.brand().key()),
                cast.customers.get(occasion.shopper().email()), subject, visit.at(), solved ? end : null,
                solved ? cast.user(visit.agent()) : null, List.of(conversation)), late);
    }

    private String acknowledgement(PastVisit visit, Instant due) {
        Locale locale = Locale.forLanguageTag(visit.occasion().language());
        String when = due.atZone(visit.hours().zone()).format(DateTimeFormatter.ofPattern("EEEE HH:mm", locale));
        return voices.acknowledgement(visit.occasion(), when);
    }
}
