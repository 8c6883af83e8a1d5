package nl.hartslag.feedback.internal.results;

import static nl.hartslag.feedback.internal.db.Tables.PERSONAL_SCORES;
import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;
import static nl.hartslag.feedback.internal.db.Tables.SCORE_VIEWING;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.feedback.ResponseView;
import nl.hartslag.feedback.Results;
import nl.hartslag.feedback.Score;
import nl.hartslag.feedback.internal.Cursor;
import nl.hartslag.feedback.internal.ResponseViews;
import nl.hartslag.feedback.internal.Scope;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import nl.hartslag.shared.statistics.ScoreCounts;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ResultsService implements Results {
    private static final Duration SAME_VIEWING = Duration.ofMinutes(10);
    private final DSLContext db;
    private final ResponseViews views;
    private final ScoredColleagues colleagues;
    private final Audit audit;
    private final Clock clock;

    ResultsService(DSLContext db, ResponseViews views, ScoredColleagues colleagues, Audit audit, Clock clock) {
        this.db = db;
        this.views = views;
        this.colleagues = colleagues;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ResponseView> own(Access access, @Nullable String cursor, int limit) {
        access.require(Permission.RESULTS_OWN);
        var rows = db.selectFrom(RESPONSE)
                .where(RESPONSE.USER_ID.eq(access.user().value()))
                .and(Cursor.before(Cursor.read(cursor), RESPONSE.ANSWERED_AT, RESPONSE.ID))
                .orderBy(RESPONSE.ANSWERED_AT.desc(), RESPONSE.ID.desc())
                .limit(limit + 1)
                .fetch();
        boolean more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        String next = more ? new Cursor(shown.getLast().getAnsweredAt(), shown.getLast().getId()).write() : null;
        return new Page<>(views.of(shown), next);
    }

    @Override
    @Transactional(readOnly = true)
    public PersonalScore ownScore(Access access, LocalDate from, LocalDate to) {
        access.require(Permission.RESULTS_OWN);
        return rule().map(rule -> score(rule, access.user(), DSL.noCondition(), from, to))
                .orElseGet(() -> new PersonalScore("off", null, null));
    }

    @Override
    @Transactional
    public PersonalScore scoreOf(Access access, UserId person, LocalDate from, LocalDate to) {
        access.require(Permission.PERSONAL_SCORES_VIEW);
        PersonalScoreRule rule = rule().orElseThrow(() -> Problem.of("feedback/personal-scores-off", 409));
        if (colleagues.of(access).stream().noneMatch(one -> one.id().equals(person))) throw Problem.of("feedback/not-your-colleague", 403);
        if (!viewedJustNow(access.user(), person)) viewed(access, person);
        Condition seen = Scope.of(access, Optional.empty(), RESPONSE.BRAND_ID, RESPONSE.PARTNER_ID);
        return score(rule, person, seen, from, to);
    }

    /** Another period of the same person is no other viewing. */
    private boolean viewedJustNow(UserId viewer, UserId person) {
        return db.fetchExists(SCORE_VIEWING, SCORE_VIEWING.SUBJECT_ID.eq(person.value())
                .and(SCORE_VIEWING.VIEWER_ID.eq(viewer.value()))
                .and(SCORE_VIEWING.AT.gt(clock.instant().minus(SAME_VIEWING))));
    }

    private void viewed(Access access, UserId person) {
        db.insertInto(SCORE_VIEWING)
                .set(SCORE_VIEWING.ID, Uuid7.next())
                .set(SCORE_VIEWING.VIEWER_ID, access.user().value())
                .set(SCORE_VIEWING.VIEWER_NAME, access.name())
                .set(SCORE_VIEWING.SUBJECT_ID, person.value())
                .set(SCORE_VIEWING.AT, clock.instant())
                .execute();
        audit.record(access, "personal-score.viewed", "user", person.toString(), Optional.empty(), Map.of());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Colleague> colleagues(Access access) {
        access.require(Permission.PERSONAL_SCORES_VIEW);
        return colleagues.of(access);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Viewing> viewings(Access access, @Nullable String cursor, int limit) {
        access.require(Permission.RESULTS_OWN);
        var rows = db.selectFrom(SCORE_VIEWING)
                .where(SCORE_VIEWING.SUBJECT_ID.eq(access.user().value()))
                .and(Cursor.before(Cursor.read(cursor), SCORE_VIEWING.AT, SCORE_VIEWING.ID))
                .orderBy(SCORE_VIEWING.AT.desc(), SCORE_VIEWING.ID.desc())
                .limit(limit + 1)
                .fetch();
        boolean more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        String next = more ? new Cursor(shown.getLast().getAt(), shown.getLast().getId()).write() : null;
        return new Page<>(shown.stream().map(row -> new Viewing(row.getViewerName(), row.getAt())).toList(), next);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonalScoreRule> rule() {
        return db.selectFrom(PERSONAL_SCORES)
                .fetchOptional(row -> new PersonalScoreRule(
                        row.getPurpose(), row.getAgreedWith(), row.getAgreedOn(), row.getMinimumN()));
    }

    @Override
    @Transactional
    public void record(Access access, Optional<PersonalScoreRule> rule) {
        access.requireEverywhere(Permission.FEEDBACK_CONFIGURE);
        var before = rule();
        db.deleteFrom(PERSONAL_SCORES).execute();
        rule.ifPresent(set -> db.insertInto(PERSONAL_SCORES)
                .set(PERSONAL_SCORES.PURPOSE, set.purpose())
                .set(PERSONAL_SCORES.AGREED_WITH, set.agreedWith())
                .set(PERSONAL_SCORES.AGREED_ON, set.agreedOn())
                .set(PERSONAL_SCORES.MINIMUM_N, set.minimumN())
                .set(PERSONAL_SCORES.RECORDED_BY, access.user().value())
                .set(PERSONAL_SCORES.RECORDED_AT, clock.instant())
                .execute());
        audit.record(
                access,
                rule.isPresent() ? "personal-scores.switched-on" : "personal-scores.switched-off",
                "setting",
                "personal-scores",
                Optional.empty(),
                Map.of("old", before.map(ResultsService::facts).orElse(Map.of()), "new", rule.map(ResultsService::facts).orElse(Map.of())));
    }

    private static Map<String, Object> facts(PersonalScoreRule rule) {
        return Map.of("purpose", rule.purpose(), "agreedWith", rule.agreedWith(), "agreedOn", rule.agreedOn().toString(), "minimumN", rule.minimumN());
    }

    private PersonalScore score(PersonalScoreRule rule, UserId person, Condition seen, LocalDate from, LocalDate to) {
        var scores = db.select(RESPONSE.SCORE)
                .from(RESPONSE)
                .where(RESPONSE.USER_ID.eq(person.value()))
                .and(RESPONSE.DAY.between(from, to))
                .and(seen)
                .fetch(RESPONSE.SCORE);
        ScoreCounts counts = ScoreCounts.ofScores(scores);
        boolean enough = counts.n() >= rule.minimumN();
        return new PersonalScore(
                enough ? "shown" : "too_few",
                rule.minimumN(),
                enough ? Score.of(counts) : Score.countOnly(counts.n()));
    }
}
