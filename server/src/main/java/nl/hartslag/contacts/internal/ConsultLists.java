package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONSULT;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.organisation.shown.Tables.SHOWN_DEPARTMENT;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.ConsultAgreement;
import nl.hartslag.contacts.ConsultStep;
import nl.hartslag.contacts.ConsultView;
import nl.hartslag.contacts.Consults.Counts;
import nl.hartslag.contacts.MessageView.AttachmentView;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.people.shown.tables.ShownUser;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Questions as departments and colleagues see them. */
@Component
class ConsultLists {
    private static final ShownUser SETTLER = SHOWN_USER.as("settler");
    private static final int MOST = 100;
    /** What waits for the department, and not for who asked. */
    private static final Condition WITH_IT = CONSULT.STATE.in(DSL.inline("open"), DSL.inline("late"));
    private static final Field<String> SUBJECT = DSL.field(DSL.name("seen_subject"), String.class);

    private final DSLContext db;
    private final Organisation organisation;
    private final Clock clock;
    private final Scope scope;
    private final ConsultSteps steps;
    private final MessageViews messages;

    ConsultLists(DSLContext db, Organisation organisation, Clock clock, Scope scope, ConsultSteps steps, MessageViews messages) {
        this.db = db;
        this.organisation = organisation;
        this.clock = clock;
        this.scope = scope;
        this.steps = steps;
        this.messages = messages;
    }

    Page<ConsultView> asked(Access access, boolean settled, @Nullable String cursor, int limit) {
        Field<Instant> last = settled ? CONSULT.SETTLED_AT : CONSULT.DUE_AT;
        Condition which = mine(access).and(settled ? CONSULT.STATE.in(DSL.inline("answered"), DSL.inline("withdrawn")) : Consulting.ASKED);
        if (cursor != null) {
            ListPlace place = ListPlace.read(cursor);
            var key = DSL.row(last, CONSULT.ID);
            which = which.and(settled ? key.lt(place.at(), place.id()) : key.gt(place.at(), place.id()));
        }
        List<ConsultView> found = views(rows(access).where(which)
                .orderBy(settled ? List.of(last.desc(), CONSULT.ID.desc()) : List.of(last, CONSULT.ID))
                .limit(limit + 1)
                .fetch());
        List<ConsultView> page = found.size() > limit ? found.subList(0, limit) : found;
        if (!settled) seen(access, page);
        if (found.size() <= limit) return new Page<>(page, null);
        ConsultView end = page.getLast();
        return new Page<>(page, new ListPlace(settled ? end.settledAt() : end.dueAt(), end.id().value()).written());
    }

    private void seen(Access access, List<ConsultView> shown) {
        List<UUID> fresh = shown.stream().filter(one -> one.firstSeenAt() == null).map(one -> one.id().value()).toList();
        if (fresh.isEmpty()) return;
        db.update(CONSULT)
                .set(CONSULT.FIRST_SEEN_AT, clock.instant())
                .set(CONSULT.FIRST_SEEN_BY, access.user().value())
                .where(CONSULT.ID.in(fresh))
                .and(CONSULT.FIRST_SEEN_AT.isNull())
                .execute();
    }

    Counts counts(Access access) {
        if (!access.may(Permission.CONSULTS_ANSWER)) return new Counts(0, 0);
        var late = DSL.count().filterWhere(CONSULT.STATE.eq("late"));
        return db.select(DSL.count(), late).from(CONSULT).where(mine(access)).and(WITH_IT).fetchSingle(row -> new Counts(row.value1(), row.value2()));
    }

    List<ConsultView> ofCase(Access access, CaseId id) {
        return views(rows(access).where(CONSULT.CASE_ID.eq(id.value())).orderBy(CONSULT.ASKED_AT.desc(), CONSULT.ID.desc()).limit(MOST).fetch());
    }

    private Condition mine(Access access) {
        access.require(Permission.CONSULTS_ANSWER);
        return CONSULT.DEPARTMENT_ID.in(organisation.departmentsOf(access.user()).stream().map(DepartmentId::value).toList())
                .and(CONSULT.BRAND_ID.in(access.within(Permission.CONSULTS_ANSWER).brands().stream().map(BrandId::value).toList()))
                .and(ofPartner(access));
    }

    /** Whoever answers for a department and is of a partner answers what came up in that partner's work. */
    static Condition ofPartner(Access access) {
        return access.partner().map(partner -> DSL.exists(DSL.selectOne().from(CONTACT)
                .where(CONTACT.ID.eq(CONSULT.CONTACT_ID)).and(CONTACT.PARTNER_ID.eq(partner.value())))).orElse(DSL.noCondition());
    }

    private SelectOnConditionStep<? extends Record> rows(Access access) {
        return db.select(CONSULT.fields())
                .select(scope.subject(access).as(SUBJECT), CASES.NUMBER, SHOWN_DEPARTMENT.NAME_NL, SHOWN_DEPARTMENT.NAME_EN, SHOWN_USER.NAME, SETTLER.NAME)
                .from(CONSULT)
                .join(CASES).on(CASES.ID.eq(CONSULT.CASE_ID))
                .join(SHOWN_DEPARTMENT).on(SHOWN_DEPARTMENT.ID.eq(CONSULT.DEPARTMENT_ID))
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(CONSULT.ASKED_BY))
                .leftJoin(SETTLER).on(SETTLER.ID.eq(CONSULT.SETTLED_BY));
    }

    private List<ConsultView> views(List<? extends Record> found) {
        Map<UUID, List<ConsultStep>> before = steps.of(found.stream().map(row -> row.get(CONSULT.ID)).toList());
        Map<UUID, List<AttachmentView>> files = messages.files(found.stream().map(row -> row.get(CONSULT.ANSWER_MESSAGE)).filter(Objects::nonNull).toList());
        UUID none = new UUID(0, 0);
        return found.stream().map(row -> view(row, files.getOrDefault(Objects.requireNonNullElse(row.get(CONSULT.ANSWER_MESSAGE), none), List.of()), before.getOrDefault(row.get(CONSULT.ID), List.of()))).toList();
    }

    private static ConsultView view(Record row, List<AttachmentView> files, List<ConsultStep> steps) {
        return new ConsultView(
                new ConsultId(row.get(CONSULT.ID)),
                new BrandId(row.get(CONSULT.BRAND_ID)),
                new CaseId(row.get(CONSULT.CASE_ID)),
                row.get(CASES.NUMBER),
                row.get(SUBJECT),
                new ConversationId(row.get(CONSULT.CONVERSATION_ID)),
                new ContactId(row.get(CONSULT.CONTACT_ID)),
                new DepartmentId(row.get(CONSULT.DEPARTMENT_ID)),
                row.get(SHOWN_DEPARTMENT.NAME_NL),
                row.get(SHOWN_DEPARTMENT.NAME_EN),
                row.get(CONSULT.QUESTION),
                row.get(CONSULT.SHARES_CONVERSATION),
                row.get(CONSULT.ANSWERS_CUSTOMER),
                row.get(CONSULT.ANSWERED_CUSTOMER),
                row.get(CONSULT.STATE),
                row.get(CONSULT.ASKED_AT),
                new UserId(row.get(CONSULT.ASKED_BY)),
                row.get(SHOWN_USER.NAME),
                row.get(CONSULT.DUE_AT),
                row.get(CONSULT.LATE_AT) != null,
                row.get(CONSULT.FIRST_SEEN_AT),
                row.get(CONSULT.ANSWER),
                files,
                row.get(CONSULT.SETTLED_AT),
                row.get(CONSULT.SETTLED_BY) == null ? null : new UserId(row.get(CONSULT.SETTLED_BY)),
                row.get(SETTLER.NAME) == null ? row.get(CONSULT.ANSWERED_FROM) : row.get(SETTLER.NAME),
                new ConsultAgreement(row.get(CONSULT.USUAL_DUE_AT), row.get(CONSULT.AGREED), row.get(CONSULT.WANTED_AT), row.get(CONSULT.WANTED_BY), row.get(CONSULT.WANTED_WHY),
                        row.get(CONSULT.RETURNED_AT)),
                steps);
    }
}
