package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONSULT;

import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Department;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.Visible;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds questions for whom they are meant. Whoever changes one holds its conversation first, as writers do. */
@Component
class ConsultRows {
    private static final int LONGEST = 4_000;
    private final DSLContext db;
    private final Conversations conversations;
    private final Scope scope;
    private final Organisation organisation;

    ConsultRows(DSLContext db, Conversations conversations, Scope scope, Organisation organisation) {
        this.db = db;
        this.conversations = conversations;
        this.scope = scope;
        this.organisation = organisation;
    }

    ConsultRecord ofDepartment(Access access, ConsultId id) {
        return db.selectFrom(CONSULT)
                .where(CONSULT.ID.eq(id.value()))
                .and(ConsultLists.ofPartner(access))
                .fetchOptional()
                .filter(consult -> access.may(Permission.CONSULTS_ANSWER, new BrandId(consult.getBrandId())))
                .filter(consult -> isOf(access, consult))
                .orElseThrow(() -> Problem.notFound("consults"));
    }

    /** For whom the department answers; a colleague may have passed it on in that moment. */
    ConsultRecord heldByDepartment(Access access, ConsultId id) {
        access.require(Permission.CONSULTS_ANSWER);
        ConsultRecord consult = held(ofDepartment(access, id));
        if (!isOf(access, consult)) throw Problem.of("consults/passed-on", 409);
        return consult;
    }

    /** For who handles the case. */
    ConsultRecord heldByAsker(Access access, ConsultId id) {
        access.require(Permission.CONTACTS_HANDLE);
        ConsultRecord consult = db.selectFrom(CONSULT).where(CONSULT.ID.eq(id.value())).fetchOptional().orElseThrow(() -> Problem.notFound("consults"));
        scope.check(access, conversations.lock(new ConversationId(consult.getConversationId())));
        access.require(Permission.CONTACTS_HANDLE, new BrandId(consult.getBrandId()));
        return held(consult);
    }

    private ConsultRecord held(ConsultRecord consult) {
        conversations.lock(new ConversationId(consult.getConversationId()));
        return db.selectFrom(CONSULT).where(CONSULT.ID.eq(consult.getId())).forUpdate().fetchSingle();
    }

    private boolean isOf(Access access, ConsultRecord consult) {
        return organisation.departmentsOf(access.user()).contains(new DepartmentId(consult.getDepartmentId()));
    }

    static void checkOpen(ConsultRecord consult) {
        if (settled(consult)) throw Problem.of("consults/settled", 409);
    }

    /** Refuses what a department can only do while its own time runs. */
    static void checkRuns(ConsultRecord consult) {
        checkOpen(consult);
        if (consult.getReturnedAt() != null) throw Problem.of("consults/returned", 409);
    }

    static boolean settled(ConsultRecord consult) {
        return consult.getSettledAt() != null;
    }

    static String words(String field, String text) {
        return words(field, text, LONGEST);
    }

    static String words(String field, String text, int longest) {
        if (Visible.nothing(text)) throw Problem.invalid(field, "required");
        if (text.strip().length() > longest) throw Problem.invalid(field, "too-long", longest);
        return text.strip();
    }

    /** As the brand calls it in the thread. */
    String departmentOf(ConsultRecord consult) {
        boolean dutch = organisation.brand(new BrandId(consult.getBrandId())).defaultLanguage().equals("nl");
        return organisation.department(new DepartmentId(consult.getDepartmentId())).map(dutch ? Department::nameNl : Department::nameEn).orElse("");
    }
}
