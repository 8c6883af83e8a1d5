package nl.hartslag.organisation.internal;

import static nl.hartslag.organisation.internal.db.Tables.CALENDAR;
import static nl.hartslag.organisation.internal.db.Tables.DEPARTMENT;
import static nl.hartslag.organisation.internal.db.Tables.DEPARTMENT_MEMBER;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.hartslag.organisation.OrganisationSettings.DepartmentDraft;
import nl.hartslag.organisation.OrganisationSettings.DepartmentRow;
import nl.hartslag.organisation.OrganisationSettings.ProcessRow;
import nl.hartslag.platform.database.Archived;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class DepartmentTable {
    private static final Pattern MAIL = Pattern.compile("[^@\\s<>\",;]+@[^@\\s<>\",;]+\\.[^@\\s<>\",;]+");
    private final DSLContext db;
    private final ProcessTable processes;
    private final Changes changes;
    private final Clock clock;

    DepartmentTable(DSLContext db, ProcessTable processes, Changes changes, Clock clock) {
        this.db = db;
        this.processes = processes;
        this.changes = changes;
        this.clock = clock;
    }

    List<DepartmentRow> all() {
        Map<UUID, List<UserId>> members = db.selectFrom(DEPARTMENT_MEMBER)
                .fetchGroups(DEPARTMENT_MEMBER.DEPARTMENT_ID, row -> new UserId(row.getUserId()));
        Map<UUID, List<ProcessRow>> does = processes.byDepartment();
        return db.selectFrom(DEPARTMENT)
                .orderBy(DEPARTMENT.POSITION, DEPARTMENT.ID)
                .fetch(row -> new DepartmentRow(
                        new DepartmentId(row.getId()),
                        row.getNameNl(),
                        row.getNameEn(),
                        row.getPosition(),
                        row.getArchivedAt() != null,
                        row.getAnswerMinutes(),
                        row.getCalendarId() == null ? null : new CalendarId(row.getCalendarId()),
                        members.getOrDefault(row.getId(), List.of()),
                        row.getMail(),
                        does.getOrDefault(row.getId(), List.of()),
                        row.getVersion()));
    }

    private void keep(DepartmentId id, DepartmentDraft draft) {
        db.update(DEPARTMENT)
                .set(DEPARTMENT.ANSWER_MINUTES, draft.answerMinutes())
                .set(DEPARTMENT.MAIL, mail(draft))
                .set(DEPARTMENT.CALENDAR_ID, draft.calendar() == null ? null : draft.calendar().value())
                .where(DEPARTMENT.ID.eq(id.value()))
                .execute();
        db.deleteFrom(DEPARTMENT_MEMBER).where(DEPARTMENT_MEMBER.DEPARTMENT_ID.eq(id.value())).execute();
        if (draft.processes() != null) processes.keep(id, draft.processes());
        new LinkedHashSet<>(draft.members()).forEach(member -> db.insertInto(DEPARTMENT_MEMBER).values(id.value(), member.value()).execute());
    }

    private static @Nullable String mail(DepartmentDraft draft) {
        return draft.mail() == null || draft.mail().isBlank() ? null : draft.mail().strip().toLowerCase(Locale.ROOT);
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
        keep(id, draft);
        changes.made(access, "department.created", "department", id, null, Map.of("new", draft));
        return id;
    }

    void change(Access access, DepartmentId id, DepartmentDraft draft) {
        verify(access, draft);
        DepartmentRow before = one(id);
        int changed = db.update(DEPARTMENT)
                .set(DEPARTMENT.VERSION, DEPARTMENT.VERSION.plus(1))
                .set(DEPARTMENT.NAME_NL, draft.nameNl().strip())
                .set(DEPARTMENT.NAME_EN, draft.nameEn().strip())
                .set(DEPARTMENT.POSITION, draft.position())
                .set(DEPARTMENT.ARCHIVED_AT, Archived.at(draft.archived(), DEPARTMENT.ARCHIVED_AT, clock.instant()))
                .where(DEPARTMENT.ID.eq(id.value()))
                .and(draft.version() == null ? DSL.noCondition() : DEPARTMENT.VERSION.eq(draft.version()))
                .execute();
        if (changed == 0) throw Problem.of("departments/changed", 409);
        keep(id, draft);
        changes.made(access, "department.changed", "department", id, null, Map.of("old", before, "new", one(id)));
    }

    private DepartmentRow one(DepartmentId id) {
        return all().stream()
                .filter(department -> department.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("departments"));
    }

    private void verify(Access access, DepartmentDraft draft) {
        Changes.allow(access);
        CalendarId calendar = draft.calendar();
        if (calendar != null && !db.fetchExists(CALENDAR, CALENDAR.ID.eq(calendar.value()))) throw Problem.invalid("calendar", "unknown");
        new FieldErrors()
                .text("nameNl", draft.nameNl(), 80)
                .text("nameEn", draft.nameEn(), 80)
                .range("position", draft.position(), 0, 100_000)
                .check(mail(draft) == null || MAIL.matcher(mail(draft)).matches(), "mail", "email")
                .notLonger("mail", draft.mail(), 320)
                .range("answerMinutes", draft.answerMinutes(), 1, 43_200)
                .verify();
        if (draft.processes() != null) ProcessTable.verify(draft.processes());
    }
}
