package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.SUB_STATE;
import static nl.hartslag.contacts.internal.db.Tables.SUB_STATE_LIST;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.SubStates.Listed;
import nl.hartslag.contacts.SubStates.SubState;
import nl.hartslag.contacts.internal.db.tables.records.SubStateRecord;
import nl.hartslag.platform.database.Archived;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.SubStateId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The sub-states of brands, in their order. None ever goes: cases that stood so keep its name. */
@Component
class SubStateTable {
    private static final int MOST = 100;
    private static final Set<CaseState> NOT_SOLVED =
            Set.of(CaseState.OPEN, CaseState.WAITING_FOR_CUSTOMER, CaseState.WAITING_FOR_DEPARTMENT);
    private final DSLContext db;
    private final Clock clock;

    SubStateTable(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Listed of(BrandId brand) {
        int version = db.select(SUB_STATE_LIST.VERSION).from(SUB_STATE_LIST).where(SUB_STATE_LIST.BRAND_ID.eq(brand.value()))
                .fetchOptional(SUB_STATE_LIST.VERSION).orElse(0);
        return new Listed(db.selectFrom(SUB_STATE).where(SUB_STATE.BRAND_ID.eq(brand.value()))
                .orderBy(SUB_STATE.POSITION, SUB_STATE.ID)
                .fetch(row -> new SubState(new SubStateId(row.getId()), Rows.state(CaseState.class, row.getState()), row.getNameNl(),
                        row.getNameEn(), row.getComesBackDays(), row.getArchivedAt() != null)), version);
    }

    Optional<SubStateRecord> find(SubStateId id) {
        return db.selectFrom(SUB_STATE).where(SUB_STATE.ID.eq(id.value())).fetchOptional();
    }

    void replace(BrandId brand, Listed wanted) {
        verify(wanted.subStates());
        db.insertInto(SUB_STATE_LIST).set(SUB_STATE_LIST.BRAND_ID, brand.value()).onConflictDoNothing().execute();
        int stored = db.update(SUB_STATE_LIST)
                .set(SUB_STATE_LIST.VERSION, SUB_STATE_LIST.VERSION.plus(1))
                .where(SUB_STATE_LIST.BRAND_ID.eq(brand.value()))
                .and(SUB_STATE_LIST.VERSION.eq(wanted.version()))
                .execute();
        if (stored == 0) throw Problem.of("sub-states/changed", 409);
        var known = db.selectFrom(SUB_STATE).where(SUB_STATE.BRAND_ID.eq(brand.value())).fetchMap(SUB_STATE.ID);
        for (int i = 0; i < wanted.subStates().size(); i++) {
            SubState one = wanted.subStates().get(i);
            SubStateRecord row = one.id() == null ? fresh(brand) : known.remove(one.id().value());
            if (row == null) throw Problem.invalid("subStates." + i + ".nameNl", "unknown");
            if (one.id() != null && !row.getState().equals(Rows.column(one.state()))) throw Problem.invalid("subStates." + i + ".nameNl", "stays-in-state");
            row.setState(Rows.column(one.state()));
            row.setNameNl(one.nameNl().strip());
            row.setNameEn(one.nameEn().strip());
            row.setPosition(i);
            row.setComesBackDays(one.comesBackDays());
            row.setArchivedAt(!one.archived() ? null : row.getArchivedAt() == null ? clock.instant() : row.getArchivedAt());
            row.store();
        }
        db.update(SUB_STATE)
                .set(SUB_STATE.ARCHIVED_AT, Archived.at(true, SUB_STATE.ARCHIVED_AT, clock.instant()))
                .where(SUB_STATE.ID.in(known.keySet()))
                .execute();
    }

    private SubStateRecord fresh(BrandId brand) {
        SubStateRecord row = db.newRecord(SUB_STATE);
        row.setId(SubStateId.next().value());
        row.setBrandId(brand.value());
        return row;
    }

    private static void verify(List<SubState> wanted) {
        FieldErrors errors = new FieldErrors().atMost("subStates", wanted, MOST);
        Set<String> dutch = new HashSet<>();
        Set<String> english = new HashSet<>();
        Set<UUID> once = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            SubState one = wanted.get(i);
            String at = "subStates." + i + ".";
            if (one.state() == null) {
                errors.check(false, at + "state", "required");
                continue;
            }
            errors.check(NOT_SOLVED.contains(one.state()), at + "state", "unknown")
                    .text(at + "nameNl", one.nameNl(), 80)
                    .text(at + "nameEn", one.nameEn(), 80)
                    .check(one.id() == null || once.add(one.id().value()), at + "nameNl", "taken");
            Integer days = one.comesBackDays();
            if (days != null) errors.check(one.state() == CaseState.OPEN, at + "comesBackDays", "only-open").range(at + "comesBackDays", days, 1, 365);
            if (one.archived()) continue;
            errors.check(one.nameNl() == null || dutch.add(key(one.nameNl(), one.state())), at + "nameNl", "taken")
                    .check(one.nameEn() == null || english.add(key(one.nameEn(), one.state())), at + "nameEn", "taken");
        }
        errors.verify();
    }

    private static String key(String name, CaseState state) {
        return state + name.strip().toLowerCase(Locale.ROOT);
    }
}
