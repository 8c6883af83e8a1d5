package nl.hartslag.feedback.internal.followups;

import static nl.hartslag.feedback.internal.db.Tables.FOLLOW_UP;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.hartslag.feedback.FollowUpOutcome;
import nl.hartslag.feedback.FollowUps;
import nl.hartslag.feedback.internal.Cursor;
import nl.hartslag.feedback.internal.Scope;
import nl.hartslag.feedback.internal.db.tables.records.FollowUpRecord;
import nl.hartslag.people.People;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.FollowUpId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class FollowUpsService implements FollowUps {
    private static final int LONGEST_NOTE = 4_000;
    private final DSLContext db;
    private final FollowUpViews views;
    private final FollowUpNews news;
    private final Owners owners;
    private final People people;
    private final Timers timers;
    private final Audit audit;
    private final Clock clock;

    FollowUpsService(
            DSLContext db,
            FollowUpViews views,
            FollowUpNews news,
            Owners owners,
            People people,
            Timers timers,
            Audit audit,
            Clock clock) {
        this.db = db;
        this.views = views;
        this.news = news;
        this.owners = owners;
        this.people = people;
        this.timers = timers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<FollowUp> list(Access access, Filter filter, @Nullable String cursor, int limit) {
        access.require(Permission.FOLLOW_UPS_VIEW);
        boolean done = filter.shown() == Shown.DONE;
        Cursor from = Cursor.read(cursor);
        Condition where = Scope.of(access, filter.brand(), FOLLOW_UP.BRAND_ID, FOLLOW_UP.PARTNER_ID)
                .and(whose(access, filter.whose()))
                .and(shown(filter.shown()))
                .and(filter.search().map(text -> FollowUpSearch.of(access, text)).orElseGet(DSL::noCondition))
                .and(done
                        ? Cursor.before(from, FOLLOW_UP.DONE_AT, FOLLOW_UP.ID)
                        : Cursor.after(from, FOLLOW_UP.DUE_AT, FOLLOW_UP.ID));
        List<FollowUpRecord> rows = db.selectFrom(FOLLOW_UP)
                .where(where)
                .orderBy(
                        done ? FOLLOW_UP.DONE_AT.desc() : FOLLOW_UP.DUE_AT.asc(),
                        done ? FOLLOW_UP.ID.desc() : FOLLOW_UP.ID.asc())
                .limit(limit + 1)
                .fetch();
        boolean more = rows.size() > limit;
        List<FollowUpRecord> shown = more ? rows.subList(0, limit) : rows;
        String next = null;
        if (more) {
            FollowUpRecord last = shown.getLast();
            next = new Cursor(done ? last.getDoneAt() : last.getDueAt(), last.getId()).write();
        }
        return new Page<>(views.of(access, shown), next);
    }

    @Override
    @Transactional(readOnly = true)
    public Counts counts(Access access) {
        access.require(Permission.FOLLOW_UPS_VIEW);
        Condition mine = whose(access, Whose.MINE);
        Condition late = FOLLOW_UP.STATE.eq("late");
        return db.select(
                        DSL.count().filterWhere(mine),
                        DSL.count().filterWhere(mine.and(late)),
                        DSL.count().filterWhere(FOLLOW_UP.OWNER_ID.isNull()),
                        DSL.count(),
                        DSL.count().filterWhere(late))
                .from(FOLLOW_UP)
                .where(FOLLOW_UP.STATE.ne("done"))
                .and(Scope.of(access, Optional.empty(), FOLLOW_UP.BRAND_ID, FOLLOW_UP.PARTNER_ID))
                .fetchSingle(row -> new Counts(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    @Override
    @Transactional
    public FollowUp followUp(Access access, FollowUpId id) {
        access.require(Permission.FOLLOW_UPS_VIEW);
        FollowUpRecord row = row(access, id);
        audit.opened(access, "customer.opened", "customer", row.getCustomerId().toString(), Optional.of(new BrandId(row.getBrandId())));
        return views.of(access, List.of(row)).getFirst();
    }

    @Override
    @Transactional
    public FollowUp take(Access access, FollowUpId id, int version) {
        return change(access, id, version, row -> {
            refuseDone(row);
            own(row, access.user());
        });
    }

    @Override
    @Transactional
    public FollowUp handOver(Access access, FollowUpId id, UserId to, int version) {
        return change(access, id, version, row -> {
            refuseDone(row);
            if (!mayOwn(row, to)) throw Problem.of("feedback/cannot-own", 422).field("to", "unknown");
            own(row, to);
        });
    }

    @Override
    @Transactional
    public FollowUp close(Access access, FollowUpId id, FollowUpOutcome outcome, String note, int version) {
        if (note.length() > LONGEST_NOTE) throw Problem.invalid("note", "too-long", LONGEST_NOTE);
        return change(access, id, version, row -> {
            refuseDone(row);
            row.setState("done");
            row.setOutcome(outcome.key());
            row.setNote(note.isBlank() ? null : note.strip());
            row.setDoneAt(clock.instant());
            row.setDoneBy(access.user().value());
            if (row.getOwnerId() == null) own(row, access.user());
            timers.cancel(FollowUpTimers.LATE, id.toString());
            timers.cancel(FollowUpTimers.REMIND, id.toString());
        });
    }

    @Override
    @Transactional
    public FollowUp reopen(Access access, FollowUpId id, int version) {
        return change(access, id, version, row -> {
            boolean late = !clock.instant().isBefore(row.getDueAt());
            row.setState(late ? "late" : "open");
            row.setOutcome(null);
            row.setDoneAt(null);
            row.setDoneBy(null);
            if (!late) timers.schedule(FollowUpTimers.LATE, id.toString(), row.getDueAt(), java.util.Map.of());
        });
    }

    @Override
    @Transactional(readOnly = true)
    public List<Person> owners(Access access, FollowUpId id) {
        access.require(Permission.FOLLOW_UPS_HANDLE);
        FollowUpRecord row = row(access, id);
        Set<UUID> allowed = owners.allowed(row.getBrandId(), row.getPartnerId());
        return people.colleagues(access, new BrandId(row.getBrandId())).stream()
                .filter(user -> allowed.contains(user.id().value()))
                .map(user -> new Person(user.id(), user.name()))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    /** The version that was seen decides: of two people at once the second is told. */
    private FollowUp change(Access access, FollowUpId id, int version, Consumer<FollowUpRecord> by) {
        access.require(Permission.FOLLOW_UPS_HANDLE);
        row(access, id);
        FollowUpRecord row = db.selectFrom(FOLLOW_UP).where(FOLLOW_UP.ID.eq(id.value())).forUpdate().fetchSingle();
        if (row.getVersion() != version) throw Problem.of("feedback/follow-up-changed", 409);
        by.accept(row);
        row.setVersion(version + 1);
        row.update();
        news.changed(row);
        return views.of(access, List.of(row)).getFirst();
    }

    private FollowUpRecord row(Access access, FollowUpId id) {
        return db.selectFrom(FOLLOW_UP)
                .where(FOLLOW_UP.ID.eq(id.value()))
                .and(Scope.of(access, Optional.empty(), FOLLOW_UP.BRAND_ID, FOLLOW_UP.PARTNER_ID))
                .fetchOptional()
                .orElseThrow(() -> Problem.notFound("follow-ups"));
    }

    private void own(FollowUpRecord row, UserId owner) {
        row.setOwnerId(owner.value());
        row.setAssignedAt(clock.instant());
    }

    private boolean mayOwn(FollowUpRecord row, UserId user) {
        return owners.allowed(row.getBrandId(), row.getPartnerId()).contains(user.value());
    }

    private static void refuseDone(FollowUpRecord row) {
        if (row.getState().equals("done")) throw Problem.of("feedback/follow-up-done", 409);
    }

    private static Condition whose(Access access, Whose whose) {
        return switch (whose) {
            case MINE -> FOLLOW_UP.OWNER_ID.eq(access.user().value());
            case UNOWNED -> FOLLOW_UP.OWNER_ID.isNull();
            case ALL -> DSL.noCondition();
        };
    }

    private static Condition shown(Shown shown) {
        return switch (shown) {
            case OPEN -> FOLLOW_UP.STATE.in("open", "late");
            case LATE, DONE -> FOLLOW_UP.STATE.eq(shown.key());
        };
    }
}
