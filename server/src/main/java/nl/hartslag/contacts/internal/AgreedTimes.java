package nl.hartslag.contacts.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import nl.hartslag.contacts.Consults.Decision;
import nl.hartslag.contacts.Consults.MoreTime;
import nl.hartslag.contacts.Consults.NewConsult;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.BusinessTime;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * By when a question is to be answered. A time counts once both sides stand by it: the usual one, or a later one that was asked for, at once; a
 * sooner one when the department accepts it, more time when who handles the case grants it. Until then what was agreed before counts.
 */
@Component
class AgreedTimes {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_WHY = 500;
    private final ConsultRows rows;
    private final ConsultSteps steps;
    private final ConsultNews news;
    private final EventLines lines;
    private final ConsultMails mails;
    private final Organisation organisation;
    private final Timers timers;
    private final Clock clock;

    AgreedTimes(ConsultRows rows, ConsultSteps steps, ConsultNews news, EventLines lines, ConsultMails mails, Organisation organisation, Timers timers, Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.news = news;
        this.lines = lines;
        this.mails = mails;
        this.organisation = organisation;
        this.timers = timers;
        this.clock = clock;
    }

    /** Of a question that comes to its department now, before it is stored. */
    void begin(ConsultRecord consult, @Nullable Instant wanted, @Nullable String why) {
        Instant now = consult.getAskedAt();
        DepartmentId department = new DepartmentId(consult.getDepartmentId());
        Instant usual = organisation.departmentAnswers(department, now);
        reach(consult, now, usual);
        if (wanted == null || sameMinute(wanted, usual)) return;
        String said = why == null || why.isBlank() ? null : ConsultRows.words("why", why, LONGEST_WHY);
        checkCanBe(wanted, now, department);
        if (wanted.isAfter(usual)) {
            consult.setDueAt(wanted);
            consult.setAgreed("later");
        } else {
            if (said == null) throw Problem.invalid("why", "required");
            wants(consult, "asker", wanted, said);
        }
    }

    /** Fields of screens know no seconds. */
    private static boolean sameMinute(Instant one, Instant other) {
        return one.truncatedTo(ChronoUnit.MINUTES).equals(other.truncatedTo(ChronoUnit.MINUTES));
    }

    /** What was asked for beside the question, once it is stored. */
    void begun(Access access, ConsultRecord consult, NewConsult asked) {
        String why = asked.why() == null ? "" : asked.why().strip();
        if (consult.getWantedAt() != null) steps.add(Acting.of(access), consult, "sooner", consult.getWantedAt(), why, asked.clientKey());
        else if (consult.getAgreed().equals("later")) steps.add(Acting.of(access), consult, "later", consult.getDueAt(), why, asked.clientKey());
        schedule(consult);
    }

    /** Of a question that comes to another department now. @param keeps whether the time of before stays; a sooner one than usual is only asked for */
    void passedTo(ConsultRecord consult, boolean keeps) {
        Instant now = clock.instant();
        Instant before = consult.getDueAt();
        Instant usual = organisation.departmentAnswers(new DepartmentId(consult.getDepartmentId()), now);
        reach(consult, now, usual);
        if (keeps && before.isAfter(usual)) {
            consult.setDueAt(before);
            consult.setAgreed("kept");
        } else if (keeps && before.isAfter(now) && before.isBefore(usual)) wants(consult, "asker", before, null);
        schedule(consult);
    }

    private static void reach(ConsultRecord consult, Instant now, Instant usual) {
        consult.setReachedAt(now);
        consult.setUsualDueAt(usual);
        consult.setDueAt(usual);
        consult.setAgreed("usual");
        consult.setReturnedSeconds(0L);
        wantsNothing(consult);
    }

    private static void wants(ConsultRecord consult, String by, Instant at, @Nullable String why) {
        consult.setWantedAt(at);
        consult.setWantedBy(by);
        consult.setWantedWhy(why);
    }

    static void wantsNothing(ConsultRecord consult) {
        consult.setWantedAt(null);
        consult.setWantedBy(null);
        consult.setWantedWhy(null);
    }

    private void checkCanBe(Instant wanted, Instant now, DepartmentId department) {
        if (!wanted.isAfter(now)) throw Problem.invalid("dueAt", "past");
        if (wanted.isAfter(now.plus(LONGEST))) throw Problem.invalid("dueAt", "days-at-most", LONGEST.toDays());
        if (organisation.departmentTime(department).between(now, wanted).isZero()) throw Problem.invalid("dueAt", "department-closed");
    }

    void decideSooner(Access access, ConsultId id, Decision decision) {
        ConsultRecord consult = rows.heldByDepartment(access, id);
        if (!steps.done(consult, decision.clientKey())) decideSooner(Acting.of(access), consult, decision);
    }

    /** The caller holds the question, of the department of who acts. */
    void decideSooner(Acting by, ConsultRecord consult, Decision decision) {
        ConsultRows.checkRuns(consult);
        checkWanted(consult, "asker", decision);
        steps.add(by, consult, decision.accepted() ? "sooner_accepted" : "sooner_declined", decision.dueAt(), null, decision.clientKey());
        decide(by, consult, decision, "sooner");
        news.told(consult, decision.accepted() ? "consult-sooner-accepted" : "consult-sooner-declined");
    }

    void moreTime(Access access, ConsultId id, MoreTime wanted) {
        ConsultRecord consult = rows.heldByDepartment(access, id);
        if (!steps.done(consult, wanted.clientKey())) moreTime(Acting.of(access), consult, wanted);
    }

    /** The caller holds the question, of the department of who acts. */
    void moreTime(Acting by, ConsultRecord consult, MoreTime wanted) {
        ConsultRows.checkRuns(consult);
        String why = ConsultRows.words("why", wanted.why(), LONGEST_WHY);
        checkCanBe(wanted.dueAt(), clock.instant(), new DepartmentId(consult.getDepartmentId()));
        if (!wanted.dueAt().isAfter(consult.getDueAt())) throw Problem.invalid("dueAt", "not-later");
        steps.add(by, consult, "more_time", wanted.dueAt(), why, wanted.clientKey());
        wants(consult, "department", wanted.dueAt(), why);
        consult.update();
        said(by, consult, "consult.more-time", why);
        news.changed(consult);
        news.backToWhoAsked(consult, "consult-more-time");
    }

    void decideMoreTime(Access access, ConsultId id, Decision decision) {
        ConsultRecord consult = rows.heldByAsker(access, id);
        if (steps.done(consult, decision.clientKey())) return;
        ConsultRows.checkRuns(consult);
        checkWanted(consult, "department", decision);
        steps.add(Acting.of(access), consult, decision.accepted() ? "granted" : "held", decision.dueAt(), null, decision.clientKey());
        decide(Acting.of(access), consult, decision, "more");
    }

    private void checkWanted(ConsultRecord consult, String by, Decision decision) {
        if (!by.equals(consult.getWantedBy()) || !decision.dueAt().equals(consult.getWantedAt())) throw Problem.of("consults/changed", 409);
        if (decision.accepted() && !decision.dueAt().isAfter(clock.instant())) throw Problem.of("consults/over", 409);
    }

    /** That it was late by what was agreed then stays true. */
    private void decide(Acting by, ConsultRecord consult, Decision decision, String agreed) {
        boolean later = agreed.equals("more");
        wantsNothing(consult);
        if (decision.accepted()) {
            if (clock.instant().isAfter(consult.getDueAt()) && consult.getLateAt() == null) consult.setLateAt(consult.getDueAt());
            consult.setDueAt(decision.dueAt());
            consult.setAgreed(agreed);
            consult.setState("open");
            schedule(consult);
        }
        consult.update();
        MessageRecord line = said(by, consult, later ? decision.accepted() ? "consult.granted" : "consult.held" : decision.accepted() ? "consult.sooner-accepted" : "consult.sooner-declined", "");
        mails.agreed(consult, line, later ? decision.accepted() ? "granted" : "held" : decision.accepted() ? "soonerAccepted" : "soonerDeclined");
        news.changed(consult);
    }

    private MessageRecord said(Acting by, ConsultRecord consult, String event, String words) {
        ConversationId conversation = new ConversationId(consult.getConversationId());
        MessageRecord line = lines.done(conversation, by, new ContactId(consult.getContactId()), event + " " + rows.departmentOf(consult));
        lines.said(conversation, by, new ContactId(consult.getContactId()), words);
        return line;
    }

    /** The department had to wait: what was left of its time begins now. */
    void goesOn(ConsultRecord consult) {
        Instant now = clock.instant();
        Instant since = consult.getReturnedAt();
        BusinessTime time = organisation.departmentTime(new DepartmentId(consult.getDepartmentId()));
        consult.setReturnedSeconds(consult.getReturnedSeconds() + Duration.between(since, now).toSeconds());
        consult.setReturnedAt(null);
        if (consult.getLateAt() == null) {
            consult.setUsualDueAt(moved(consult.getUsualDueAt(), since, now, time));
            consult.setDueAt(moved(consult.getDueAt(), since, now, time));
        }
        if (consult.getWantedAt() != null && !consult.getWantedAt().isAfter(now)) wantsNothing(consult);
        consult.setState(consult.getLateAt() != null && !consult.getDueAt().isAfter(now) ? "late" : "open");
        if (consult.getState().equals("open")) schedule(consult);
    }

    private static Instant moved(Instant due, Instant since, Instant now, BusinessTime time) {
        Duration left = time.between(since, due);
        Instant then = time.plus(now, left.isZero() ? Duration.ofMinutes(1) : left);
        return then.isAfter(due) ? then : due;
    }

    /** A timer of its own each time: one that fires holds its row, and waits for whoever holds the conversation. */
    private void schedule(ConsultRecord consult) {
        timers.schedule(Consulting.TIMER, Uuid7.next().toString(), consult.getDueAt(),
                Map.of("conversation", consult.getConversationId().toString(), "consult", consult.getId().toString()));
    }
}
