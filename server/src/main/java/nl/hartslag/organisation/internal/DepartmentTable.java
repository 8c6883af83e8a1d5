package nl.hartslag.organisation.internal;

import static nl.hartslag.organisation.internal.db.Tables.DEPARTMENT;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import nl.hartslag.organisation.OrganisationSettings.DepartmentDraft;
import nl.hartslag.organisation.OrganisationSettings.DepartmentRow;
import nl.hartslag.platform.database.Archived;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.DepartmentId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class DepartmentTable {
    private final DSLContext db;
    private final Changes changes;
    private final Clock clock;

    DepartmentTable(DSLContext db, Changes changes, Clock clock) {
        this.db = db;
        this.changes = changes;
        this.clock = clock;
    }

    List<DepartmentRow> all() {
        return db.selectFrom(DEPARTMENT)
                .orderBy(DEPARTMENT.POSITION, DEPARTMENT.ID)
                .fetch(row -> new DepartmentRow(
                        new DepartmentId(row.getId()),
                        row.getNameNl(),
                        row.getNameEn(),
                        row.getPosition(),
                        row.getArchivedAt() != null));
    }

    DepartmentId create(Access access, DepartmentDraft draft) {
        verify(access, draft);
        DepartmentId id = DepartmentId.next();
        db.insertInto(DEPARTMENT)
                .set(DEPARTMENT.ID, id.value())
                .set(DEPARTMENT.NAME_NL, draft.nameNl().strip())
                .set(DEPARTMENT.NAME_EN, draft.nameEn().strip())
                .set(DEPARTMENT.POSITION, draft.position())
                .set(DEPARTMENT.ARCHIVED_AT, draft.archived() ? clock.instant() : null)
                .execute();
        changes.made(access, "department.created", "department", id, null, Map.of("new", draft));
        return id;
    }

    void change(Access access, DepartmentId id, DepartmentDraft draft) {
        verify(access, draft);
        DepartmentRow before = one(id);
        db.update(DEPARTMENT)
                .set(DEPARTMENT.NAME_NL, draft.nameNl().strip())
                .set(DEPARTMENT.NAME_EN, draft.nameEn().strip())
                .set(DEPARTMENT.POSITION, draft.position())
                .set(DEPARTMENT.ARCHIVED_AT, Archived.at(draft.archived(), DEPARTMENT.ARCHIVED_AT, clock.instant()))
                .where(DEPARTMENT.ID.eq(id.value()))
                .execute();
        changes.made(access, "department.changed", "department", id, null, Map.of("old", before, "new", one(id)));
    }

    private DepartmentRow one(DepartmentId id) {
        return all().stream()
                .filter(department -> department.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("departments"));
    }

    private static void verify(Access access, DepartmentDraft draft) {
        Changes.allow(access);
        new FieldErrors()
                .text("nameNl", draft.nameNl(), 80)
                .text("nameEn", draft.nameEn(), 80)
                .range("position", draft.position(), 0, 100_000)
                .verify();
    }
}
