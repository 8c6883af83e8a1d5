package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.PromiseRules;
import nl.hartslag.contacts.PromiseRules.For;
import nl.hartslag.contacts.PromiseRules.NewRule;
import nl.hartslag.contacts.PromiseRules.Terms;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.PromiseView.Move;
import nl.hartslag.contacts.Received;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.CalendarDraft;
import nl.hartslag.organisation.OrganisationSettings.HoursDraft;
import nl.hartslag.organisation.OrganisationSettings.WeekBlock;
import nl.hartslag.people.Role;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.PromiseRuleId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class RulePromisesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    @Autowired PromiseRules rules;
    @Autowired Contacts contacts;
    @Autowired OrganisationSettings organisation;
    @Autowired Work work;
    @Autowired MovableClock clock;
    private BrandId brand;
    private Access admin;
    private Access noor;
    private ReasonId reason;

    @BeforeEach
    void aBrandWithAnAgent() {
        brand = work.aBrand();
        admin = Accesses.administrator(brand);
        noor = work.anAgent(brand);
        reason = work.aReason(brand);
    }

    @Test
    void promisesTheFirstAnswerTheNextOneAndASolution() {
        rule(everything(), terms(1, 2, 10));
        var customer = work.aLetter(brand);
        Received first = customer.arrives();
        assertThat(time(answer(first))).isEqualTo(HOUR);
        assertThat(answer(first).byRule().step()).isEqualTo("first");
        assertThat(time(solution(first))).isEqualTo(Duration.ofHours(10));
        contacts.take(noor, first.contact());
        work.answer(noor, first.conversation(), 1);
        customer.saying("En morgen?").arrives();
        assertThat(answer(first).byRule().step()).isEqualTo("next");
        assertThat(time(answer(first))).isEqualTo(Duration.ofHours(2));
        assertThat(solutions(first)).hasSize(1);
    }

    @Test
    void promisesAnAnswerAsTheHoursSayWhereTheRuleSaysNothing() {
        rule(everything(), new Terms(none(), none(), Optional.of(HOUR), none(), Optional.empty(), Optional.empty()));
        Received letter = work.aLetter(brand).arrives();
        assertThat(time(answer(letter))).isEqualTo(Duration.ofDays(1));
        assertThat(time(solution(letter))).isEqualTo(HOUR);
    }

    @Test
    void standsStillWhileTheCaseWaitsForTheCustomerAndGoesOnWithWhatWasLeft() {
        rule(everything(), terms(1, 2, 10));
        var customer = work.aLetter(brand);
        Received letter = customer.arrives();
        Instant due = solution(letter).dueAt();
        finish(letter, CaseState.WAITING_FOR_CUSTOMER);
        assertThat(solution(letter).byRule().pausedAt()).isNotNull();
        clock.advance(Duration.ofDays(3));
        customer.saying("Hier is het nummer").arrives();
        PromiseView on = solution(letter);
        assertThat(on.state()).isEqualTo("open");
        assertThat(on.byRule().pausedAt()).isNull();
        assertThat(Duration.between(due, on.dueAt())).isBetween(Duration.ofDays(3), Duration.ofDays(3).plusMinutes(5));
        assertThat(on.moves()).extracting(Move::cause).containsExactly("customer");
    }

    @Test
    void aCaseThatIsOpenedAgainKeepsThePromiseItHadAndGetsANewOne() {
        rule(everything(), terms(1, 2, 10));
        var customer = work.aLetter(brand);
        Received letter = customer.arrives();
        finish(letter, CaseState.SOLVED);
        assertThat(solution(letter).state()).isEqualTo("kept");
        customer.saying("Het is weer stuk, wat nu?").arrives();
        assertThat(solutions(letter)).extracting(PromiseView::state).containsExactly("kept", "open");
    }

    @Test
    void isKeptTooLateWhenItWasSolvedAfterItsMoment() {
        rule(everything(), terms(1, 2, 3));
        Received letter = work.aLetter(brand).arrives();
        clock.advance(Duration.ofHours(4));
        eventually(() -> solution(letter).state().equals("late"));
        finish(letter, CaseState.SOLVED);
        assertThat(solution(letter).state()).isEqualTo("kept_late");
    }

    @Test
    void moreHasteIsAnotherRuleSaysWhoDidItAndStandsInTheThread() {
        rule(everything(), terms(8, 8, null));
        rule(new For(brand, Optional.empty(), Optional.empty(), Optional.of(Priority.URGENT), Optional.empty()), terms(1, 1, 4));
        Received letter = work.aLetter(brand).arrives();
        Instant before = answer(letter).dueAt();
        contacts.prioritise(noor, letter.contact(), Priority.URGENT);
        contacts.prioritise(noor, letter.contact(), Priority.URGENT);
        PromiseView promise = answer(letter);
        assertThat(time(promise)).isEqualTo(HOUR);
        assertThat(promise.moves()).singleElement()
                .satisfies(move -> assertThat(move).extracting(Move::oldDueAt, Move::newDueAt, Move::cause, Move::by)
                        .containsExactly(before, promise.dueAt(), "priority", noor.name()));
        assertThat(solution(letter).state()).isEqualTo("open");
        assertThat(contacts.messages(noor, letter.conversation(), 0, 20)).extracting(MessageView::text).containsOnlyOnce("priority.urgent");
    }

    @Test
    void anotherQueueIsAnotherRule() {
        QueueId orders = QueueId.next();
        rule(everything(), terms(8, 8, 20));
        rule(new For(brand, Optional.empty(), Optional.of(orders), Optional.empty(), Optional.empty()), terms(2, 2, null));
        Received letter = work.aLetter(brand).arrives();
        contacts.queued(letter.contact(), orders, Optional.empty());
        assertThat(time(answer(letter))).isEqualTo(Duration.ofHours(2));
        assertThat(solution(letter).state()).isEqualTo("withdrawn");
    }

    @Test
    void openPromisesFollowAChangedRuleInTheirOwnTimeAndOnlyOnce() {
        PromiseRuleId rule = rule(everything(), terms(2, 2, null));
        List<Received> letters = java.util.stream.Stream.generate(() -> work.aLetter(brand).arrives()).limit(120).toList();
        rules.change(admin, rule, new NewRule(everything(), terms(6, 2, null)));
        rules.change(admin, rule, new NewRule(everything(), terms(6, 3, null)));
        eventually(() -> letters.stream().allMatch(letter -> time(answer(letter)).equals(Duration.ofHours(6))));
        assertThat(letters).allSatisfy(letter -> assertThat(answer(letter).moves()).singleElement()
                .satisfies(move -> assertThat(move).extracting(Move::cause, Move::by).containsExactly("rule", admin.name())));
    }

    @Test
    void whatTheCustomerWasToldIsMadeEarlierAndNeverLater() {
        PromiseRuleId rule = rule(everything(), terms(4, 4, null));
        Received letter = work.aLetter(brand).arrives();
        Received other = work.aLetter(brand).arrives();
        Instant told = contacts.promisesTold(List.of(letter.contact())).get(letter.contact()).dueAt();
        rules.change(admin, rule, new NewRule(everything(), terms(8, 4, null)));
        eventually(() -> time(answer(other)).equals(Duration.ofHours(8)));
        assertThat(answer(letter).dueAt()).isEqualTo(told);
        rules.change(admin, rule, new NewRule(everything(), terms(1, 4, null)));
        eventually(() -> time(answer(letter)).equals(HOUR));
        rules.change(admin, rule, new NewRule(everything(), terms(9, 4, null)));
        eventually(() -> time(answer(other)).equals(Duration.ofHours(9)));
        assertThat(answer(letter).dueAt()).isEqualTo(told);
    }

    @Test
    void openPromisesFollowTheCalendarAndSayWhoChangedIt() {
        Access everywhere = Accesses.administrator(brand);
        String name = UUID.randomUUID().toString();
        CalendarId office = organisation.createCalendar(everywhere, always(name));
        Received before = work.aLetter(brand).arrives();
        organisation.setChannelHours(everywhere, brand, List.of(new HoursDraft(Work.CHANNEL, null, office, 30)));
        eventually(() -> time(answer(before)).equals(Duration.ofMinutes(30)));
        assertThat(answer(before).moves()).extracting(Move::cause).containsExactly("hours");
        Received letter = work.aLetter(brand).arrives();
        assertThat(time(answer(letter))).isEqualTo(Duration.ofMinutes(30));
        DayOfWeek inTwoDays = clock.instant().atZone(java.time.ZoneOffset.UTC).getDayOfWeek().plus(2);
        organisation.changeCalendar(everywhere, office, new CalendarDraft(name, "UTC", false,
                List.of(new WeekBlock(inTwoDays, LocalTime.NOON, LocalTime.of(13, 0))), List.of()));
        eventually(() -> answer(letter).dueAt().atZone(java.time.ZoneOffset.UTC).toLocalTime().equals(LocalTime.of(12, 30)));
        assertThat(answer(letter).moves()).singleElement()
                .satisfies(move -> assertThat(move).extracting(Move::cause, Move::subject, Move::by).containsExactly("calendar", name, everywhere.name()));
    }

    @Test
    void isNearlyDueAtTheMomentItsRuleNames() {
        rule(everything(), new Terms(Optional.of(Duration.ofHours(4)), none(), none(), none(), Optional.of(25), Optional.empty()));
        Received letter = work.aLetter(brand).arrives();
        assertThat(answer(letter).byRule().soon()).isFalse();
        clock.advance(Duration.ofMinutes(181));
        eventually(() -> answer(letter).byRule().soon());
        assertThat(answer(letter).state()).isEqualTo("open");
    }

    @RepeatedTest(5)
    void anAnswerAndAChangedRuleInOneMomentLeaveOneOutcome() throws Exception {
        rule(everything(), terms(8, 8, 20));
        rule(new For(brand, Optional.empty(), Optional.empty(), Optional.of(Priority.URGENT), Optional.empty()), terms(1, 1, 4));
        Received letter = work.aLetter(brand).arrives();
        contacts.take(noor, letter.contact());
        assertThat(atOnce(() -> work.answer(noor, letter.conversation(), 1), () -> {
            contacts.prioritise(noor, letter.contact(), Priority.URGENT);
            return null;
        })).isEmpty();
        assertThat(answers(letter)).extracting(PromiseView::state).containsExactly("kept");
        assertThat(time(solution(letter))).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void countsWhatWasKeptPerRuleAndShowsWhatWasNot() {
        PromiseRuleId rule = rule(everything(), terms(1, 1, null));
        List<Received> kept = java.util.stream.Stream.generate(() -> work.aLetter(brand).arrives()).limit(9).toList();
        Received late = work.aLetter(brand).arrives();
        kept.forEach(letter -> work.answer(noor, letter.conversation(), 1));
        clock.advance(Duration.ofHours(2));
        eventually(() -> answer(late).state().equals("late"));
        var figure = rules.kept(admin, clock.instant().minus(Duration.ofDays(30)), clock.instant()).getFirst();
        assertThat(figure.n()).isEqualTo(10);
        assertThat(figure.share().percent()).isEqualTo(90);
        var broken = rules.broken(admin, rule, clock.instant().minus(Duration.ofDays(30)), clock.instant(), null, 50).items();
        assertThat(broken).singleElement().satisfies(one -> assertThat(one.conversation()).isEqualTo(late.conversation()));
    }

    @Test
    void whoWatchesOverTheWorkReadsWhatIsKeptAndSettlesNothing() {
        PromiseRuleId rule = rule(everything(), terms(1, 1, null));
        Instant now = clock.instant();
        Access leader = work.someone(brand, Role.SUPERVISOR);
        assertThat(rules.rules(leader)).extracting(PromiseRules.Rule::id).containsExactly(rule);
        assertThat(rules.kept(leader, now.minus(Duration.ofDays(30)), now)).hasSize(1);
        assertThat(rules.broken(leader, rule, now.minus(Duration.ofDays(30)), now, null, 50).items()).isEmpty();
        assertThatThrownBy(() -> rules.remove(leader, rule)).hasMessage("access/denied");
        Access theirs = work.someone(work.aBrand(), Role.SUPERVISOR);
        assertThat(rules.rules(theirs)).isEmpty();
        assertThatThrownBy(() -> rules.broken(theirs, rule, now.minus(Duration.ofDays(30)), now, null, 50)).hasMessage("promise-rules/not-found");
    }

    @Test
    void refusesTheSameTwiceWhatIsNotPromisedAndWhoMayNot() {
        PromiseRuleId rule = rule(everything(), terms(1, 1, null));
        assertThatThrownBy(() -> rule(everything(), terms(2, 2, null))).hasMessage("promise-rules/taken");
        assertThatThrownBy(() -> rule(new For(brand, Optional.of("email"), Optional.empty(), Optional.empty(), Optional.empty()),
                new Terms(none(), none(), none(), none(), Optional.empty(), Optional.of(CalendarId.next()))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsKeys("firstSeconds", "calendar"));
        assertThatThrownBy(() -> rules.rules(noor)).hasMessage("access/denied");
        assertThatThrownBy(() -> rules.remove(Accesses.administrator(work.aBrand()), rule)).hasMessage("promise-rules/not-found");
        rules.remove(admin, rule);
        assertThat(rules.rules(admin)).isEmpty();
    }

    private PromiseRuleId rule(For whom, Terms terms) {
        return rules.add(admin, new NewRule(whom, terms));
    }

    private For everything() {
        return new For(brand, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Terms terms(Integer first, Integer next, Integer solution) {
        return new Terms(hours(first), hours(next), hours(solution), none(), Optional.empty(), Optional.empty());
    }

    private static Optional<Duration> hours(Integer hours) {
        return Optional.ofNullable(hours).map(Duration::ofHours);
    }

    private static Optional<Duration> none() {
        return Optional.empty();
    }

    private static CalendarDraft always(String name) {
        return new CalendarDraft(name, "UTC", false,
                Arrays.stream(DayOfWeek.values()).map(day -> new WeekBlock(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)).toList(), List.of());
    }

    private void finish(Received letter, CaseState state) {
        work.answer(noor, letter.conversation(), contacts.conversation(noor, letter.conversation()).lastSeq());
        work.wrapUp(noor, letter.contact(), reason, state);
    }

    private static Duration time(PromiseView promise) {
        return Duration.between(promise.madeAt(), promise.dueAt());
    }

    private PromiseView answer(Received letter) {
        return answers(letter).getLast();
    }

    private List<PromiseView> answers(Received letter) {
        return contacts.promises(letter.caseId()).stream().filter(one -> one.kind().equals("answer")).toList();
    }

    private PromiseView solution(Received letter) {
        return solutions(letter).getLast();
    }

    private List<PromiseView> solutions(Received letter) {
        return contacts.promises(letter.caseId()).stream().filter(one -> one.kind().equals("solution")).toList();
    }
}
