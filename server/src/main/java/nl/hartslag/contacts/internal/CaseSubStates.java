package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CASE_SUB_STATE;
import static nl.hartslag.contacts.internal.db.Tables.SUB_STATE;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.SubStates.SubStateChange;
import nl.hartslag.contacts.SubStates.SubStateView;
import nl.hartslag.contacts.internal.db.tables.SubState;
import nl.hartslag.contacts.internal.db.tables.records.SubStateRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.SubStateId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sub-state of a case, and who gave it which. */
@Component
class CaseSubStates {
    private static final int MOST = 200;
    private static final SubState WAS = SUB_STATE.as("was");
    private static final SubState BECAME = SUB_STATE.as("became");
    private final DSLContext db;
    private final SubStateTable table;
    private final Clock clock;

    CaseSubStates(DSLContext db, SubStateTable table, Clock clock) {
        this.db = db;
        this.table = table;
        this.clock = clock;
    }

    /** The caller holds the case; it stands in this state already. @param chosen none when absent */
    void set(Access access, UUID caseId, UUID brand, CaseState state, @Nullable SubStateId chosen) {
        UUID before = db.select(CASES.SUB_STATE_ID).from(CASES).where(CASES.ID.eq(caseId)).fetchOne(CASES.SUB_STATE_ID);
        UUID after = chosen == null ? null : chosen.value();
        if (Objects.equals(before, after)) return;
        if (chosen != null) check(chosen, brand, state);
        db.update(CASES).set(CASES.SUB_STATE_ID, after).where(CASES.ID.eq(caseId)).execute();
        db.insertInto(CASE_SUB_STATE)
                .set(CASE_SUB_STATE.ID, Uuid7.next())
                .set(CASE_SUB_STATE.CASE_ID, caseId)
                .set(CASE_SUB_STATE.AT, clock.instant())
                .set(CASE_SUB_STATE.BY_USER, access.user().value())
                .set(CASE_SUB_STATE.WAS, before)
                .set(CASE_SUB_STATE.BECAME, after)
                .execute();
    }

    private void check(SubStateId chosen, UUID brand, CaseState state) {
        SubStateRecord row = table.find(chosen)
                .filter(one -> one.getBrandId().equals(brand) && one.getState().equals(Rows.column(state)))
                .orElseThrow(() -> Problem.invalid("subState", "unknown"));
        if (row.getArchivedAt() != null) throw Problem.invalid("subState", "archived");
    }

    Optional<SubStateView> of(@Nullable UUID subState) {
        return Optional.ofNullable(subState).map(SubStateId::new).flatMap(table::find)
                .map(row -> new SubStateView(new SubStateId(row.getId()), row.getNameNl(), row.getNameEn()));
    }

    /** Newest first. */
    List<SubStateChange> changes(CaseId id) {
        return db.select(CASE_SUB_STATE.AT, SHOWN_USER.NAME).select(WAS.fields()).select(BECAME.fields())
                .from(CASE_SUB_STATE)
                .leftJoin(WAS).on(WAS.ID.eq(CASE_SUB_STATE.WAS))
                .leftJoin(BECAME).on(BECAME.ID.eq(CASE_SUB_STATE.BECAME))
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(CASE_SUB_STATE.BY_USER))
                .where(CASE_SUB_STATE.CASE_ID.eq(id.value()))
                .orderBy(CASE_SUB_STATE.AT.desc(), CASE_SUB_STATE.ID.desc())
                .limit(MOST)
                .fetch(row -> new SubStateChange(row.get(CASE_SUB_STATE.AT), Objects.requireNonNullElse(row.get(SHOWN_USER.NAME), ""), view(WAS, row), view(BECAME, row)));
    }

    static @Nullable SubStateView view(SubState table, Record row) {
        UUID id = row.get(table.ID);
        return id == null ? null : new SubStateView(new SubStateId(id), row.get(table.NAME_NL), row.get(table.NAME_EN));
    }
}
