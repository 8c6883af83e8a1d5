package nl.hartslag.organisation.internal;

import static nl.hartslag.organisation.internal.db.Tables.REASON;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonRow;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ReasonId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tree of reasons of a brand, three levels deep at most. */
@Component
class ReasonTable {
    private static final int LEVELS = 3;
    private final DSLContext db;
    private final SnapshotReader reader;
    private final Changes changes;
    private final Clock clock;

    ReasonTable(DSLContext db, SnapshotReader reader, Changes changes, Clock clock) {
        this.db = db;
        this.reader = reader;
        this.changes = changes;
        this.clock = clock;
    }

    List<ReasonRow> of(BrandId brand) {
        return reader.reasons().stream().filter(reason -> reason.brand().equals(brand)).toList();
    }

    ReasonId create(Access access, BrandId brand, ReasonDraft draft) {
        Changes.allow(access, brand);
        verify(draft);
        List<ReasonRow> tree = of(brand);
        if (depth(tree, draft.parent()) >= LEVELS) throw Problem.of("reasons/too-deep", 409);
        ReasonId id = ReasonId.next();
        db.insertInto(REASON)
                .set(REASON.ID, id.value())
                .set(REASON.BRAND_ID, brand.value())
                .set(REASON.PARENT_ID, valueOf(draft.parent()))
                .set(REASON.NAME_NL, draft.nameNl().strip())
                .set(REASON.NAME_EN, draft.nameEn().strip())
                .set(REASON.POSITION, draft.position())
                .set(REASON.OFFERED_TO_CUSTOMERS, draft.offeredToCustomers())
                .set(REASON.ARCHIVED_AT, draft.archived() ? clock.instant() : null)
                .execute();
        changes.made(access, "reason.created", "reason", id, brand, Map.of("new", draft));
        return id;
    }

    void change(Access access, ReasonId id, ReasonDraft draft) {
        ReasonRow before = one(id);
        Changes.allow(access, before.brand());
        verify(draft);
        List<ReasonRow> tree = of(before.brand());
        Set<ReasonId> below = below(tree, id);
        ReasonId parent = draft.parent();
        if (parent != null && (parent.equals(id) || below.contains(parent))) throw Problem.invalid("parent", "own-child");
        if (depth(tree, parent) + height(tree, id) > LEVELS) throw Problem.of("reasons/too-deep", 409);
        db.update(REASON)
                .set(REASON.PARENT_ID, valueOf(parent))
                .set(REASON.NAME_NL, draft.nameNl().strip())
                .set(REASON.NAME_EN, draft.nameEn().strip())
                .set(REASON.POSITION, draft.position())
                .set(REASON.OFFERED_TO_CUSTOMERS, draft.offeredToCustomers())
                .where(REASON.ID.eq(id.value()))
                .execute();
        archive(id, below, draft.archived());
        changes.made(access, "reason.changed", "reason", id, before.brand(), Map.of("old", before, "new", one(id)));
    }

    private ReasonRow one(ReasonId id) {
        return reader.reasons().stream()
                .filter(reason -> reason.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("reasons"));
    }

    private void archive(ReasonId id, Set<ReasonId> below, boolean archived) {
        if (!archived) {
            db.update(REASON).setNull(REASON.ARCHIVED_AT).where(REASON.ID.eq(id.value())).execute();
            return;
        }
        Set<UUID> ids = new HashSet<>(Set.of(id.value()));
        below.forEach(each -> ids.add(each.value()));
        db.update(REASON)
                .set(REASON.ARCHIVED_AT, DSL.coalesce(REASON.ARCHIVED_AT, DSL.val(clock.instant())))
                .where(REASON.ID.in(ids))
                .execute();
    }

    /** How many levels stand from the top to this reason; none for the top itself. */
    private static int depth(List<ReasonRow> tree, @Nullable ReasonId reason) {
        if (reason == null) return 0;
        ReasonRow row = tree.stream()
                .filter(each -> each.id().equals(reason))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("parent", "unknown"));
        return 1 + depth(tree, row.parent().orElse(null));
    }

    /** How many levels a reason and what is under it take. */
    private static int height(List<ReasonRow> tree, ReasonId reason) {
        return 1 + children(tree, reason).stream().mapToInt(child -> height(tree, child)).max().orElse(0);
    }

    private static Set<ReasonId> below(List<ReasonRow> tree, ReasonId reason) {
        Set<ReasonId> below = new HashSet<>();
        for (ReasonId child : children(tree, reason)) {
            below.add(child);
            below.addAll(below(tree, child));
        }
        return below;
    }

    private static List<ReasonId> children(List<ReasonRow> tree, ReasonId reason) {
        return tree.stream()
                .filter(row -> row.parent().equals(Optional.of(reason)))
                .map(ReasonRow::id)
                .toList();
    }

    private static void verify(ReasonDraft draft) {
        new FieldErrors()
                .text("nameNl", draft.nameNl(), 120)
                .text("nameEn", draft.nameEn(), 120)
                .range("position", draft.position(), 0, 100_000)
                .verify();
    }

    private static @Nullable UUID valueOf(@Nullable ReasonId id) {
        return id == null ? null : id.value();
    }
}
