package nl.hartslag.demo.internal.past;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.ContactsImport.PastContact;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Dice;
import nl.hartslag.demo.internal.company.Occasion;
import nl.hartslag.demo.internal.company.Verdict;
import nl.hartslag.demo.internal.company.Voices;
import nl.hartslag.feedback.AskingOutcome;
import nl.hartslag.feedback.Emotion;
import nl.hartslag.feedback.FollowUpOutcome;
import nl.hartslag.feedback.PastAsking;

/** Who was asked what he thought, and what he said. To be told in the order in which cases were solved. */
final class Askings {
    private static final double ASKED = 0.5;
    private static final double ANSWERS_MAIL = 0.42;
    private static final double ANSWERS_CHAT = 0.5;
    private static final Duration QUARANTINE = Duration.ofDays(30);
    private static final Duration FOLLOW_UP_WITHIN = Duration.ofHours(48);
    /** Nobody leaves a customer who was let down lying for weeks. */
    private static final Duration LONGEST_LATE = Duration.ofDays(3);

    private final Cast cast;
    private final Company company;
    private final Dice dice;
    private final Voices voices;
    private final Instant now;
    private final Map<String, Instant> askedAt = new HashMap<>();

    Askings(Cast cast, Company company, Dice dice, Instant now) {
        this.cast = cast;
        this.company = company;
        this.dice = dice;
        this.voices = new Voices(dice);
        this.now = now;
    }

    /** The decision about one case; empty when it is not solved. */
    Optional<PastAsking> about(Told told) {
        Instant solvedAt = told.pastCase().solvedAt();
        if (solvedAt == null) return Optional.empty();
        AskingOutcome outcome = outcome(told, solvedAt);
        Optional<PastAsking.Invitation> invitation =
                outcome == AskingOutcome.SAMPLED ? Optional.of(invitation(told, solvedAt)) : Optional.empty();
        PastContact contact = told.lastContact();
        return Optional.of(new PastAsking(told.pastCase().brand(), contact.partner(), told.pastCase().id(), solvedAt,
                told.pastCase().customer(), contact.queue(), outcome, drawn(outcome) ? ASKED : null, invitation));
    }

    private static boolean drawn(AskingOutcome outcome) {
        return outcome == AskingOutcome.SAMPLED || outcome == AskingOutcome.NOT_DRAWN;
    }

    private AskingOutcome outcome(Told told, Instant solvedAt) {
        String customer = told.visit().occasion().shopper().email();
        if (Math.floorMod(customer.hashCode(), 33) == 0) return AskingOutcome.OPT_OUT;
        Instant last = askedAt.get(customer);
        if (last != null && last.plus(QUARANTINE).isAfter(solvedAt)) return AskingOutcome.QUARANTINE;
        if (!dice.chance(ASKED)) return AskingOutcome.NOT_DRAWN;
        askedAt.put(customer, solvedAt);
        return AskingOutcome.SAMPLED;
    }

    private PastAsking.Invitation invitation(Told told, Instant solvedAt) {
        PastVisit visit = told.visit();
        Instant sentAt = solvedAt.plus(Duration.ofMinutes(60));
        boolean chat = told.conversation().medium().equals("chat");
        Instant answeredAt = sentAt.plus(Duration.ofMinutes((long) (3 + dice.exponential(420))));
        boolean answers = dice.chance(chat ? ANSWERS_CHAT : ANSWERS_MAIL) && answeredAt.isBefore(now);
        return new PastAsking.Invitation(told.lastContact().id(), told.conversation().id(), cast.user(visit.agent()),
                cast.team(visit.agent()), visit.channel(), visit.occasion().shopper().country(), visit.occasion().language(),
                sentAt, answers ? Optional.of(answer(told, answeredAt)) : Optional.empty());
    }

    private PastAsking.Answer answer(Told told, Instant answeredAt) {
        Occasion occasion = told.visit().occasion();
        Company.Person agent = told.visit().agent();
        int score = Verdict.score(dice, occasion, agent.warmth(), told.late());
        String why = dice.chance(0.78) ? voices.why(occasion, score, agent.name()) : null;
        Emotion emotion = Verdict.emotion(dice, score).map(Emotion::of).orElse(null);
        return new PastAsking.Answer(score, why, emotion, answeredAt,
                score <= 6 ? Optional.of(followUp(occasion, agent, answeredAt)) : Optional.empty());
    }

    private PastAsking.FollowUp followUp(Occasion occasion, Company.Person agent, Instant answeredAt) {
        Instant dueAt = answeredAt.plus(FOLLOW_UP_WITHIN);
        Instant doneAt = answeredAt.plus(Duration.ofMinutes((long) dice.exponential(26 * 60)));
        boolean due = dueAt.isBefore(now);
        boolean left = !dice.chance(due ? 0.98 : 0.4) && dueAt.isAfter(now.minus(LONGEST_LATE));
        boolean done = doneAt.isBefore(now) && !left;
        Company.Person owner = owner(agent);
        if (!done) return new PastAsking.FollowUp(cast.user(owner), dueAt, null, null, null);
        FollowUpOutcome outcome = FollowUpOutcome.values()[dice.weighted(46, 28, 14, 7, 5)];
        String note = voices.general(occasion, "follow-up " + outcome.key(), agent.name());
        return new PastAsking.FollowUp(cast.user(owner), dueAt, outcome, note, doneAt);
    }

    /** A senior or the team leader; a partner's own leader for a partner's people. */
    private Company.Person owner(Company.Person agent) {
        List<Company.Person> owners = company.people().stream()
                .filter(person -> person.partner().equals(agent.partner()))
                .filter(person -> person.role().equals("senior") || person.role().equals("team-leader"))
                .toList();
        return dice.one(owners);
    }
}
