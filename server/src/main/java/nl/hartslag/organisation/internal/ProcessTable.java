package nl.hartslag.organisation.internal;

import static nl.hartslag.organisation.internal.db.Tables.PROCESS;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.organisation.OrganisationSettings.ProcessDraft;
import nl.hartslag.organisation.OrganisationSettings.ProcessRow;
import nl.hartslag.platform.database.Archived;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.ProcessId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The processes of departments, in their order. None ever goes: what was registered keeps its name. */
@Component
class ProcessTable {
    private static final int MOST = 100;
    private final DSLContext db;
    private final Clock clock;

    ProcessTable(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Map<UUID, List<ProcessRow>> byDepartment() {
        return db.selectFrom(PROCESS)
                .orderBy(PROCESS.POSITION, PROCESS.ID)
                .fetchGroups(PROCESS.DEPARTMENT_ID, row -> new ProcessRow(
                        new ProcessId(row.getId()), row.getNameNl(), row.getNameEn(), row.getArchivedAt() != null));
    }

    static void verify(List<ProcessDraft> drafts) {
        FieldErrors errors = new FieldErrors().atMost("processes", drafts, MOST);
        Set<String> dutch = new HashSet<>();
        Set<String> english = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            ProcessDraft draft = drafts.get(i);
            String at = "processes." + i + ".";
            errors.text(at + "nameNl", draft.nameNl(), 80).text(at + "nameEn", draft.nameEn(), 80);
            if (draft.archived()) continue;
            errors.check(draft.nameNl() == null || dutch.add(draft.nameNl().strip().toLowerCase()), at + "nameNl", "taken")
                    .check(draft.nameEn() == null || english.add(draft.nameEn().strip().toLowerCase()), at + "nameEn", "taken");
        }
        errors.verify();
    }

    /** As they stand in the list; one that is not in it is archived. */
    void keep(DepartmentId department, List<ProcessDraft> drafts) {
        Set<UUID> known = byDepartment().getOrDefault(department.value(), List.of()).stream()
                .map(row -> row.id().value())
                .collect(Collectors.toSet());
        for (int i = 0; i < drafts.size(); i++) {
            ProcessDraft draft = drafts.get(i);
            ProcessId id = draft.id();
            if (id == null) add(department, draft, i);
            else if (known.remove(id.value())) change(draft, id, i);
            else throw Problem.invalid("processes." + i + ".nameNl", "unknown");
        }
        db.update(PROCESS)
                .set(PROCESS.ARCHIVED_AT, Archived.at(true, PROCESS.ARCHIVED_AT, clock.instant()))
                .where(PROCESS.ID.in(known))
                .execute();
    }

    private void add(DepartmentId department, ProcessDraft draft, int position) {
        db.insertInto(PROCESS)
                .set(PROCESS.ID, ProcessId.next().value())
                .set(PROCESS.DEPARTMENT_ID, department.value())
                .set(PROCESS.NAME_NL, draft.nameNl().strip())
                .set(PROCESS.NAME_EN, draft.nameEn().strip())
                .set(PROCESS.POSITION, position)
                .set(PROCESS.ARCHIVED_AT, draft.archived() ? clock.instant() : null)
                .execute();
    }

    private void change(ProcessDraft draft, ProcessId id, int position) {
        db.update(PROCESS)
                .set(PROCESS.NAME_NL, draft.nameNl().strip())
                .set(PROCESS.NAME_EN, draft.nameEn().strip())
                .set(PROCESS.POSITION, position)
                .set(PROCESS.ARCHIVED_AT, Archived.at(draft.archived(), PROCESS.ARCHIVED_AT, clock.instant()))
                .where(PROCESS.ID.eq(id.value()))
                .execute();
    }
}
