package nl.hartslag.feedback.internal.listen;

import static nl.hartslag.feedback.internal.db.Tables.ANSWER_DAY;
import static nl.hartslag.feedback.internal.db.Tables.ASKING_DAY;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.hartslag.feedback.AskingOutcome;
import nl.hartslag.feedback.Listen;
import nl.hartslag.feedback.ResponseView;
import nl.hartslag.feedback.Score;
import nl.hartslag.feedback.internal.AnswerDays;
import nl.hartslag.feedback.internal.Cursor;
import nl.hartslag.feedback.internal.ResponseViews;
import nl.hartslag.feedback.internal.Scope;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.statistics.Disclosure;
import nl.hartslag.shared.statistics.NpsDifference;
import nl.hartslag.shared.statistics.ScoreCounts;
import nl.hartslag.shared.statistics.Share;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ListenService implements Listen {
    private static final long LONGEST_DAYS = 5 * 366;
    private final DSLContext db;
    private final ResponseViews views;
    private final FilterChoices choices;
    private final Remarks remarks;

    ListenService(DSLContext db, ResponseViews views, FilterChoices choices, Remarks remarks) {
        this.db = db;
        this.views = views;
        this.choices = choices;
        this.remarks = remarks;
    }

    @Override
    @Transactional(readOnly = true)
    public Overview overview(Access access, Filter filter) {
        check(access, filter);
        Tally now = new Tally();
        var country = DSL.coalesce(ANSWER_DAY.COUNTRY, DSL.inline(""));
        var sums = AnswerDays.sums();
        db.select(ANSWER_DAY.DAY, country)
                .select(sums)
                .from(ANSWER_DAY)
                .where(where(access, filter, filter.from(), filter.to()))
                .groupBy(ANSWER_DAY.DAY, country)
                .forEach(row -> now.add(row.get(ANSWER_DAY.DAY), row.get(country), AnswerDays.histogram(row, sums)));
        ScoreCounts counts = now.counts();
        boolean shown = Disclosure.of(counts.n()) == Disclosure.SCORE;
        Grain grain = Grain.fitting(filter.from(), filter.to(), counts.n());
        return new Overview(
                Score.of(counts),
                shown ? now.histogram() : null,
                shown ? change(counts, earlier(access, filter)) : null,
                grain.key(),
                now.trend(grain, filter.from(), filter.to()),
                now.countries(),
                choices.of(access, filter));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ResponseView> words(Access access, Filter filter, Words words, @Nullable String cursor, int limit) {
        check(access, filter);
        var rows = remarks.find(access, filter, words, cursor, limit + 1);
        boolean more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        String next = more ? new Cursor(shown.getLast().getAnsweredAt(), shown.getLast().getId()).write() : null;
        return new Page<>(views.of(shown), next);
    }

    @Override
    @Transactional(readOnly = true)
    public Asking asking(Access access, Filter filter) {
        check(access, filter);
        Map<AskingOutcome, Long> outcomes = new EnumMap<>(AskingOutcome.class);
        Map<String, Long> others = new TreeMap<>();
        TreeMap<LocalDate, long[]> days = new TreeMap<>();
        db.select(ASKING_DAY.DAY, ASKING_DAY.STEP, DSL.sum(ASKING_DAY.NUMBER))
                .from(ASKING_DAY)
                .where(Scope.of(access, filter.brand(), ASKING_DAY.BRAND_ID, ASKING_DAY.PARTNER_ID))
                .and(ASKING_DAY.DAY.between(filter.from(), filter.to()))
                .and(filter.queue().map(id -> ASKING_DAY.QUEUE_ID.eq(id.value())).orElseGet(DSL::noCondition))
                .groupBy(ASKING_DAY.DAY, ASKING_DAY.STEP)
                .forEach(row -> {
                    long number = row.value3().longValue();
                    String step = row.value2();
                    if (Arrays.stream(AskingOutcome.values()).anyMatch(each -> each.name().equals(step))) {
                        outcomes.merge(AskingOutcome.valueOf(step), number, Long::sum);
                        return;
                    }
                    others.merge(step, number, Long::sum);
                    long[] day = days.computeIfAbsent(row.value1(), ignored -> new long[2]);
                    if (step.equals("SENT")) day[0] += number;
                    if (step.equals("ANSWERED")) day[1] += number;
                });
        long sent = others.getOrDefault("SENT", 0L);
        long bounced = others.getOrDefault("BOUNCED", 0L);
        long answered = others.getOrDefault("ANSWERED", 0L);
        return new Asking(
                outcomes.values().stream().mapToLong(Long::longValue).sum(),
                outcomes,
                sent,
                bounced,
                answered,
                others.getOrDefault("WITHDRAWN", 0L),
                Share.of(Math.min(answered, sent - bounced), sent - bounced).orElse(null),
                Grain.DAY.points(filter.from(), filter.to())
                        .map(day -> days.containsKey(day)
                                ? new AskingDay(day, days.get(day)[0], days.get(day)[1])
                                : new AskingDay(day, 0, 0))
                        .toList());
    }

    private ScoreCounts earlier(Access access, Filter filter) {
        long days = ChronoUnit.DAYS.between(filter.from(), filter.to()) + 1;
        var sums = AnswerDays.sums();
        return db.select(sums)
                .from(ANSWER_DAY)
                .where(where(access, filter, filter.from().minusDays(days), filter.from().minusDays(1)))
                .fetchSingle(row -> ScoreCounts.ofHistogram(AnswerDays.histogram(row, sums)));
    }

    private static @Nullable Change change(ScoreCounts now, ScoreCounts earlier) {
        if (Disclosure.of(earlier.n()) != Disclosure.SCORE) return null;
        return NpsDifference.of(now, earlier)
                .map(it -> new Change(
                        it.raw(),
                        it.interval().low(),
                        it.interval().high(),
                        it.significant(),
                        it.detectable(),
                        earlier.n()))
                .orElse(null);
    }

    static Condition where(Access access, Filter filter, LocalDate from, LocalDate to) {
        return Scope.of(access, filter.brand(), ANSWER_DAY.BRAND_ID, ANSWER_DAY.PARTNER_ID)
                .and(ANSWER_DAY.DAY.between(from, to))
                .and(filter.channel().map(ANSWER_DAY.CHANNEL::eq).orElseGet(DSL::noCondition))
                .and(filter.queue().map(QueueId::value).map(ANSWER_DAY.QUEUE_ID::eq).orElseGet(DSL::noCondition))
                .and(filter.team().map(TeamId::value).map(ANSWER_DAY.TEAM_ID::eq).orElseGet(DSL::noCondition))
                .and(filter.country().map(ANSWER_DAY.COUNTRY::eq).orElseGet(DSL::noCondition));
    }

    private static void check(Access access, Filter filter) {
        access.require(Permission.LISTEN_VIEW);
        long days = ChronoUnit.DAYS.between(filter.from(), filter.to());
        if (days < 0) throw Problem.invalid("to", "before-from");
        if (days > LONGEST_DAYS) throw Problem.invalid("from", "days-at-most", LONGEST_DAYS);
    }
}
