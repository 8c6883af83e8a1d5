package nl.hartslag.organisation.internal.retention;

import static nl.hartslag.organisation.internal.db.Tables.RETENTION_RULE;
import static nl.hartslag.organisation.internal.db.Tables.RETENTION_RUN;
import static nl.hartslag.organisation.internal.db.Tables.RETENTION_STATE;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.organisation.Retention;
import nl.hartslag.organisation.internal.db.tables.records.RetentionRuleRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.privacy.Perishable;
import nl.hartslag.platform.privacy.Perishable.Kept;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.RetentionRuleId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RetentionService implements Retention {
    private static final int LONGEST_MONTHS = 240;
    private static final int FIRST = 20;
    private final DSLContext db;
    private final RetentionRules table;
    private final ObjectProvider<Perishable> kinds;
    private final Audit audit;
    private final Clock clock;

    RetentionService(DSLContext db, RetentionRules table, ObjectProvider<Perishable> kinds, Audit audit, Clock clock) {
        this.db = db;
        this.table = table;
        this.kinds = kinds;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Rules rules(Access access) {
        ours(access);
        var state = db.fetchSingle(RETENTION_STATE);
        return new Rules(table.all().stream().filter(row -> access.brands().contains(new BrandId(row.getBrandId()))).map(RetentionService::rule).toList(),
                state.getPausedName(), state.getPausedAt());
    }

    private static Rule rule(RetentionRuleRecord row) {
        return new Rule(new RetentionRuleId(row.getId()), new BrandId(row.getBrandId()), row.getChannel(), RetentionRules.kind(row.getKind()), row.getMonths(), row.getVersion());
    }

    /** What our customers said is not a partner's to take away. */
    private static void ours(Access access) {
        access.require(Permission.RETENTION_CONFIGURE);
        if (access.partner().isPresent()) throw Problem.of("access/denied", 403).with("permission", Permission.RETENTION_CONFIGURE.key());
    }

    private static void check(Access access, BrandId brand, int months) {
        ours(access);
        access.require(Permission.RETENTION_CONFIGURE, brand);
        new FieldErrors().range("months", months, 1, LONGEST_MONTHS).verify();
    }

    private static void guard(int months, boolean confirmed) {
        if (months < GUARD_MONTHS && !confirmed) throw Problem.of("retention/short", 409).with("months", GUARD_MONTHS);
    }

    @Override
    public RetentionRuleId add(Access access, Draft draft) {
        check(access, draft.brand(), draft.months());
        new FieldErrors().check(draft.kind() != Kind.CUSTOMERS || draft.channel().filter(one -> !one.isBlank()).isEmpty(), "channel", "no-channel").verify();
        guard(draft.months(), draft.confirmed());
        RetentionRuleId id = RetentionRuleId.next();
        RetentionRuleRecord row = db.newRecord(RETENTION_RULE);
        row.setId(id.value());
        row.setBrandId(draft.brand().value());
        row.setChannel(draft.channel().filter(one -> !one.isBlank()).orElse(null));
        row.setKind(RetentionRules.key(draft.kind()));
        row.setMonths(draft.months());
        row.setVersion(0);
        try {
            row.insert();
        } catch (DuplicateKeyException there) {
            throw Problem.of("retention/exists", 409);
        }
        record(access, "retention-rule.created", row, Map.of("kind", row.getKind(), "months", row.getMonths()));
        return id;
    }

    @Override
    public void change(Access access, RetentionRuleId id, int months, boolean confirmed, int version) {
        RetentionRuleRecord row = held(access, id).orElseThrow(() -> Problem.notFound("retention"));
        check(access, new BrandId(row.getBrandId()), months);
        if (row.getVersion() != version) throw Problem.of("retention/changed", 409);
        if (months < row.getMonths()) guard(months, confirmed);
        int before = row.getMonths();
        row.setMonths(months);
        row.setVersion(version + 1);
        row.update();
        record(access, "retention-rule.changed", row, Map.of("kind", row.getKind(), "old", before, "new", months));
    }

    @Override
    public void remove(Access access, RetentionRuleId id) {
        ours(access);
        held(access, id).ifPresent(row -> {
            shorterOfBrand(row).ifPresent(months -> {
                throw Problem.of("retention/then-sooner", 409).with("months", months);
            });
            row.delete();
            record(access, "retention-rule.removed", row, Map.of("kind", row.getKind(), "months", row.getMonths()));
        });
    }

    /** What would hold for the channel without its own rule, if that takes sooner. */
    private Optional<Integer> shorterOfBrand(RetentionRuleRecord row) {
        if (row.getChannel() == null) return Optional.empty();
        return db.select(RETENTION_RULE.MONTHS).from(RETENTION_RULE)
                .where(RETENTION_RULE.BRAND_ID.eq(row.getBrandId())).and(RETENTION_RULE.KIND.eq(row.getKind()))
                .and(RETENTION_RULE.CHANNEL.isNull()).and(RETENTION_RULE.MONTHS.lt(row.getMonths()))
                .fetchOptional(RETENTION_RULE.MONTHS);
    }

    private Optional<RetentionRuleRecord> held(Access access, RetentionRuleId id) {
        ours(access);
        return db.selectFrom(RETENTION_RULE).where(RETENTION_RULE.ID.eq(id.value())).and(of(access, RETENTION_RULE.BRAND_ID)).forUpdate().fetchOptional();
    }

    private static Condition of(Access access, Field<UUID> brand) {
        return brand.eq(DSL.any(access.brands().stream().map(BrandId::value).toArray(UUID[]::new)));
    }

    private void record(Access access, String kind, RetentionRuleRecord row, Map<String, ?> detail) {
        audit.record(access, kind, "retention-rule", row.getId().toString(), Optional.of(new BrandId(row.getBrandId())), detail);
    }

    @Override
    public Preview preview(Access access, Draft draft) {
        check(access, draft.brand(), draft.months());
        String kind = RetentionRules.key(draft.kind());
        Kept kept = table.kept(draft.brand().value(), draft.channel().filter(one -> !one.isBlank()).orElse(null), kind, draft.months());
        Perishable what = kinds.stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow();
        List<Month> months = what.due(kept).entrySet().stream().map(one -> new Month(one.getKey().toString(), one.getValue())).toList();
        return new Preview(months.stream().mapToInt(Month::number).sum(), months,
                what.first(kept, FIRST).stream().map(one -> new First(one.id(), one.number(), one.at())).toList());
    }

    @Override
    public void pause(Access access, boolean paused) {
        access.requireEverywhere(Permission.RETENTION_CONFIGURE);
        int changed = paused
                ? db.update(RETENTION_STATE).set(RETENTION_STATE.PAUSED_AT, clock.instant()).set(RETENTION_STATE.PAUSED_NAME, access.name()).where(RETENTION_STATE.PAUSED_AT.isNull()).execute()
                : db.update(RETENTION_STATE).setNull(RETENTION_STATE.PAUSED_AT).setNull(RETENTION_STATE.PAUSED_NAME).where(RETENTION_STATE.PAUSED_AT.isNotNull()).execute();
        if (changed > 0) audit.record(access, paused ? "retention.paused" : "retention.resumed", "setting", "retention", Optional.empty(), Map.of());
    }

    @Override
    public Page<Run> runs(Access access, @Nullable String cursor, int limit) {
        ours(access);
        int page = Math.clamp(limit, 1, 100);
        List<Run> rows = db.selectFrom(RETENTION_RUN).where(of(access, RETENTION_RUN.BRAND_ID)).and(cursor == null || cursor.isBlank() ? DSL.noCondition() : after(cursor))
                .orderBy(RETENTION_RUN.LAST_AT.desc(), RETENTION_RUN.ID.desc()).limit(page + 1)
                .fetch(row -> new Run(row.getId().toString(), row.getDay(), new BrandId(row.getBrandId()), row.getChannel(), RetentionRules.kind(row.getKind()), row.getMonths(), row.getTaken(), row.getLastAt()));
        if (rows.size() <= page) return new Page<>(rows, null);
        Run last = rows.get(page - 1);
        return new Page<>(rows.subList(0, page), last.lastAt() + "_" + last.id());
    }

    private static Condition after(String cursor) {
        try {
            int cut = cursor.indexOf('_');
            return DSL.row(RETENTION_RUN.LAST_AT, RETENTION_RUN.ID).lt(Instant.parse(cursor.substring(0, cut)), UUID.fromString(cursor.substring(cut + 1)));
        } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }
}
