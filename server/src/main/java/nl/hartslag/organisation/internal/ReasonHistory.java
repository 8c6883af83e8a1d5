package nl.hartslag.organisation.internal;

import static nl.hartslag.organisation.internal.db.Tables.REASON;
import static nl.hartslag.organisation.internal.db.Tables.REASON_VERSION;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.organisation.OrganisationSettings.ReasonAs;
import nl.hartslag.organisation.OrganisationSettings.ReasonChange;
import nl.hartslag.organisation.OrganisationSettings.ReasonRow;
import nl.hartslag.organisation.internal.db.tables.ReasonVersion;
import nl.hartslag.organisation.internal.db.tables.records.ReasonVersionRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.ReasonId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How reasons stood before: each change of each reason, and the whole tree of any moment. */
@Component
class ReasonHistory {
    private static final ReasonVersion NOW = REASON_VERSION.as("now");
    private static final ReasonVersion WAS = REASON_VERSION.as("was");
    private final DSLContext db;

    ReasonHistory(DSLContext db) {
        this.db = db;
    }

    /** Keeps how these stand from this moment on; their version rose with the change. */
    void keep(Collection<UUID> reasons, Instant at, Access by) {
        db.insertInto(REASON_VERSION)
                .select(db.select(REASON.ID, REASON.VERSION, REASON.BRAND_ID, REASON.PARENT_ID, REASON.NAME_NL, REASON.NAME_EN, REASON.POSITION,
                                REASON.OFFERED_TO_CUSTOMERS, DSL.field(REASON.ARCHIVED_AT.isNotNull()), DSL.val(at), DSL.val(by.user().value()), DSL.val(by.name()), REASON.STARTS_AS)
                        .from(REASON)
                        .where(REASON.ID.in(reasons)))
                .execute();
    }

    /** The tree as the last change before this moment left it. */
    List<ReasonRow> tree(BrandId brand, Instant before) {
        return ReasonTrees.ordered(db.selectDistinct(REASON_VERSION.fields())
                .on(REASON_VERSION.REASON_ID)
                .from(REASON_VERSION)
                .where(REASON_VERSION.BRAND_ID.eq(brand.value()))
                .and(REASON_VERSION.AT.lt(before))
                .orderBy(REASON_VERSION.REASON_ID, REASON_VERSION.VERSION.desc())
                .fetch(row -> row(row.into(REASON_VERSION)))
                .stream()
                .sorted(Comparator.comparingInt(ReasonRow::position).thenComparing(row -> row.id().value()))
                .toList());
    }

    private static ReasonRow row(ReasonVersionRecord row) {
        return new ReasonRow(
                new ReasonId(row.getReasonId()),
                new BrandId(row.getBrandId()),
                Optional.ofNullable(row.getParentId()).map(ReasonId::new),
                row.getNameNl(),
                row.getNameEn(),
                row.getPosition(),
                row.getOfferedToCustomers(),
                ReasonTable.startsAs(row.getStartsAs()),
                row.getArchived(),
                row.getVersion());
    }

    /** Newest first. */
    Page<ReasonChange> changes(BrandId brand, @Nullable String cursor, int limit) {
        Field<String> parentNl = parent(NOW, REASON_VERSION.NAME_NL);
        Field<String> parentEn = parent(NOW, REASON_VERSION.NAME_EN);
        Field<String> wasNl = parent(WAS, REASON_VERSION.NAME_NL);
        Field<String> wasEn = parent(WAS, REASON_VERSION.NAME_EN);
        var found = db.select(NOW.fields()).select(WAS.fields()).select(parentNl, parentEn, wasNl, wasEn)
                .from(NOW)
                .leftJoin(WAS).on(WAS.REASON_ID.eq(NOW.REASON_ID).and(WAS.VERSION.eq(NOW.VERSION.minus(1))))
                .where(NOW.BRAND_ID.eq(brand.value()))
                .and(cursor == null ? DSL.noCondition() : after(cursor))
                .orderBy(NOW.AT.desc(), NOW.REASON_ID.desc(), NOW.VERSION.desc())
                .limit(limit + 1)
                .fetch();
        List<ReasonChange> items = found.stream()
                .limit(limit)
                .map(row -> new ReasonChange(
                        new ReasonId(row.get(NOW.REASON_ID)),
                        row.get(NOW.AT),
                        row.get(NOW.BY_NAME),
                        row.get(WAS.VERSION) == null ? null : as(WAS, row, row.get(wasNl), row.get(wasEn)),
                        as(NOW, row, row.get(parentNl), row.get(parentEn))))
                .toList();
        if (found.size() <= limit) return new Page<>(items, null);
        Record last = found.get(limit - 1);
        return new Page<>(items, last.get(NOW.AT) + "_" + last.get(NOW.REASON_ID) + "_" + last.get(NOW.VERSION));
    }

    /** The name of the reason above as it was at the change. */
    private static Field<String> parent(ReasonVersion of, Field<String> name) {
        ReasonVersion above = REASON_VERSION.as("above");
        return DSL.field(DSL.select(above.field(name))
                .from(above)
                .where(above.REASON_ID.eq(of.PARENT_ID))
                .and(above.AT.le(NOW.AT))
                .orderBy(above.VERSION.desc())
                .limit(1)).as(of.getName() + "_parent_" + name.getName());
    }

    private static ReasonAs as(ReasonVersion table, Record row, @Nullable String parentNl, @Nullable String parentEn) {
        return new ReasonAs(row.get(table.NAME_NL), row.get(table.NAME_EN), parentNl, parentEn, row.get(table.POSITION),
                row.get(table.OFFERED_TO_CUSTOMERS), ReasonTable.startsAs(row.get(table.STARTS_AS)), row.get(table.ARCHIVED));
    }

    private static Condition after(String cursor) {
        try {
            String[] parts = cursor.split("_", 3);
            return DSL.row(NOW.AT, NOW.REASON_ID, NOW.VERSION)
                    .lt(Instant.parse(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }
}
