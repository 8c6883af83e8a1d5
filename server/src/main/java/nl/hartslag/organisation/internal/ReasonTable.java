package nl.hartslag.organisation.internal;

import static nl.hartslag.organisation.internal.db.Tables.BRAND;
import static nl.hartslag.organisation.internal.db.Tables.REASON;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonRow;
import nl.hartslag.platform.database.Archived;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.StartsAs;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tree of reasons of a brand, three levels deep at most. */
@Component
class ReasonTable {
    private static final int LEVELS = 3;
    private final DSLContext db;
    private final SnapshotReader reader;
    private final ReasonHistory history;
    private final Changes changes;
    private final Clock clock;

    ReasonTable(DSLContext db, SnapshotReader reader, ReasonHistory history, Changes changes, Clock clock) {
        this.db = db;
        this.reader = reader;
        this.history = history;
        this.changes = changes;
        this.clock = clock;
    }

    List<ReasonRow> of(BrandId brand) {
        return reader.reasons().stream().filter(reason -> reason.brand().equals(brand)).toList();
    }

    ReasonId create(Access access, BrandId brand, ReasonDraft draft) {
        Changes.allow(access, brand);
        verify(draft);
        hold(brand);
        if (ReasonTrees.depth(of(brand), draft.parent()) >= LEVELS) throw Problem.of("reasons/too-deep", 409);
        ReasonId id = ReasonId.next();
        Instant now = clock.instant();
        db.insertInto(REASON)
                .set(REASON.ID, id.value())
                .set(REASON.BRAND_ID, brand.value())
                .set(REASON.PARENT_ID, valueOf(draft.parent()))
                .set(REASON.NAME_NL, draft.nameNl().strip())
                .set(REASON.NAME_EN, draft.nameEn().strip())
                .set(REASON.POSITION, draft.position())
                .set(REASON.OFFERED_TO_CUSTOMERS, draft.offeredToCustomers())
                .set(REASON.STARTS_AS, column(draft.startsAs()))
                .set(REASON.ARCHIVED_AT, draft.archived() ? now : null)
                .execute();
        history.keep(List.of(id.value()), now, access);
        changes.made(access, "reason.created", "reason", id, brand, Map.of("new", draft));
        return id;
    }

    void change(Access access, ReasonId id, ReasonDraft draft) {
        BrandId brand = one(id).brand();
        Changes.allow(access, brand);
        verify(draft);
        hold(brand);
        ReasonRow before = one(id);
        if (draft.version() != null && draft.version() != before.version()) throw Problem.of("reasons/changed", 409);
        List<ReasonRow> tree = of(brand);
        Set<ReasonId> below = ReasonTrees.below(tree, id);
        ReasonId parent = draft.parent();
        if (parent != null && (parent.equals(id) || below.contains(parent))) throw Problem.invalid("parent", "own-child");
        if (ReasonTrees.depth(tree, parent) + ReasonTrees.height(tree, id) > LEVELS) throw Problem.of("reasons/too-deep", 409);
        Instant now = clock.instant();
        db.update(REASON)
                .set(REASON.VERSION, REASON.VERSION.plus(1))
                .set(REASON.PARENT_ID, valueOf(parent))
                .set(REASON.NAME_NL, draft.nameNl().strip())
                .set(REASON.NAME_EN, draft.nameEn().strip())
                .set(REASON.POSITION, draft.position())
                .set(REASON.OFFERED_TO_CUSTOMERS, draft.offeredToCustomers())
                .set(REASON.STARTS_AS, column(draft.startsAs()))
                .set(REASON.ARCHIVED_AT, Archived.at(draft.archived(), REASON.ARCHIVED_AT, now))
                .where(REASON.ID.eq(id.value()))
                .execute();
        List<UUID> changed = new ArrayList<>(List.of(id.value()));
        if (draft.archived()) changed.addAll(archive(below, now));
        history.keep(changed, now, access);
        changes.made(access, "reason.changed", "reason", id, brand, Map.of("old", before, "new", one(id)));
    }

    /** Of two who change one tree at once the second sees what the first made of it. */
    private void hold(BrandId brand) {
        db.select(BRAND.ID).from(BRAND).where(BRAND.ID.eq(brand.value())).forUpdate().fetch();
    }

    private ReasonRow one(ReasonId id) {
        return reader.reasons().stream()
                .filter(reason -> reason.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("reasons"));
    }

    /** @return those that were not archived yet */
    private List<UUID> archive(Set<ReasonId> below, Instant now) {
        return db.update(REASON)
                .set(REASON.ARCHIVED_AT, now)
                .set(REASON.VERSION, REASON.VERSION.plus(1))
                .where(REASON.ID.in(below.stream().map(ReasonId::value).toList()))
                .and(REASON.ARCHIVED_AT.isNull())
                .returning(REASON.ID)
                .fetch(REASON.ID);
    }

    private static void verify(ReasonDraft draft) {
        new FieldErrors()
                .text("nameNl", draft.nameNl(), 120)
                .text("nameEn", draft.nameEn(), 120)
                .range("position", draft.position(), 0, 100_000)
                .verify();
    }

    private static @Nullable String column(@Nullable StartsAs startsAs) {
        return startsAs == null ? null : startsAs.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable StartsAs startsAs(@Nullable String column) {
        return column == null ? null : StartsAs.valueOf(column.toUpperCase(Locale.ROOT));
    }

    private static @Nullable UUID valueOf(@Nullable ReasonId id) {
        return id == null ? null : id.value();
    }
}
