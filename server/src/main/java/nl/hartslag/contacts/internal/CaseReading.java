package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CASE_CHANGE;
import static nl.hartslag.contacts.internal.db.Tables.CASE_CHANGE_CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;
import static nl.hartslag.organisation.shown.Tables.SHOWN_DEPARTMENT;
import static nl.hartslag.organisation.shown.Tables.SHOWN_PROCESS;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.hartslag.contacts.Cases.Called;
import nl.hartslag.contacts.Cases.CaseChange;
import nl.hartslag.contacts.Cases.CaseContact;
import nl.hartslag.contacts.Cases.CaseConversation;
import nl.hartslag.contacts.Cases.CaseLink;
import nl.hartslag.contacts.Cases.CasePage;
import nl.hartslag.contacts.Cases.Kind;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.internal.db.tables.Cases;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseChangeId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.ReasonId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One case whole: who came with it through which conversations, what was promised, and what was put elsewhere. */
@Component
class CaseReading {
    private static final int MOST = 200;
    private static final int PREVIEW = 240;
    private static final Field<String> CUSTOMER = CustomerShown.NAME.as("customer_name");

    private final DSLContext db;
    private final CaseRows rows;
    private final Reading reading;
    private final Promises promises;
    private final OpenedWork opened;
    private final CaseSubStates subStates;
    private final CaseFor caseFor;

    CaseReading(DSLContext db, CaseRows rows, Reading reading, Promises promises, OpenedWork opened, CaseSubStates subStates, CaseFor caseFor) {
        this.db = db;
        this.rows = rows;
        this.reading = reading;
        this.promises = promises;
        this.opened = opened;
        this.subStates = subStates;
        this.caseFor = caseFor;
    }

    CasePage page(Access access, CaseId id, int newest) {
        CasesRecord row = rows.seen(access, id, Permission.CONTACTS_VIEW);
        List<CaseContact> contacts = contacts(access, id, newest);
        Set<ContactId> shown = rows.contactsShown(access, id);
        List<PromiseView> promised = promises.ofCase(id).stream().filter(one -> shown.contains(one.contact())).toList();
        CasesRecord now = rows.goesOnAs(row);
        List<CaseConversation> conversations = conversations(access, contacts);
        String subject = rows.whole(access, row) ? row.getSubject() : conversations.isEmpty() ? "" : conversations.getFirst().subject();
        return new CasePage(
                reading.caseView(access, row, subject),
                customerName(row),
                row.getReopened(),
                now.getId().equals(id.value()) ? null : new CaseLink(new CaseId(now.getId()), now.getNumber()),
                conversations,
                contacts,
                shown.size() - contacts.size(),
                promised,
                changes(access, id),
                subStates.changes(id),
                caseFor.changes(access, id),
                access.may(Permission.CONTACTS_HANDLE, new BrandId(row.getBrandId())));
    }

    /** Of a customer whom the reader may know. */
    private @Nullable String customerName(CasesRecord row) {
        return db.select(CUSTOMER)
                .from(SHOWN_CUSTOMER)
                .join(SHOWN_BRAND).on(SHOWN_BRAND.ID.eq(row.getBrandId()))
                .where(SHOWN_CUSTOMER.ID.eq(row.getCustomerId()))
                .fetchOne(CUSTOMER);
    }

    private List<CaseContact> contacts(Access access, CaseId id, int newest) {
        Field<String> began = DSL.field(DSL.select(DSL.left(MESSAGE.TEXT, PREVIEW * 2)).from(MESSAGE)
                .where(MESSAGE.CONTACT_ID.eq(CONTACT.ID)).and(MESSAGE.CONVERSATION_ID.eq(CONTACT.CONVERSATION_ID))
                .and(MESSAGE.DIRECTION.in("in", "out")).and(MESSAGE.PURPOSE.eq("conversation"))
                .orderBy(MESSAGE.SEQ).limit(1));
        return db.select(CONTACT.fields())
                .select(SHOWN_USER.NAME, began)
                .select(SHOWN_DEPARTMENT.NAME_NL, SHOWN_DEPARTMENT.NAME_EN, SHOWN_PROCESS.NAME_NL, SHOWN_PROCESS.NAME_EN)
                .from(CONTACT)
                .leftJoin(SHOWN_DEPARTMENT).on(SHOWN_DEPARTMENT.ID.eq(CONTACT.CAUSE_DEPARTMENT_ID))
                .leftJoin(SHOWN_PROCESS).on(SHOWN_PROCESS.ID.eq(CONTACT.CAUSE_PROCESS_ID))
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(DSL.coalesce(CONTACT.ASSIGNED_TO, CONTACT.ENDED_BY)))
                .where(CONTACT.CASE_ID.eq(id.value()))
                .and(rows.shown(access))
                .orderBy(CONTACT.OPENED_AT.desc(), CONTACT.ID.desc())
                .limit(newest)
                .fetch(row -> contact(row, row.get(began)))
                .reversed();
    }

    private static @Nullable Called cause(Record row) {
        String dutch = row.get(SHOWN_DEPARTMENT.NAME_NL);
        if (dutch == null) return null;
        String english = row.get(SHOWN_DEPARTMENT.NAME_EN);
        if (row.get(SHOWN_PROCESS.NAME_NL) == null) return new Called(dutch, english);
        return new Called(dutch + " › " + row.get(SHOWN_PROCESS.NAME_NL), english + " › " + row.get(SHOWN_PROCESS.NAME_EN));
    }

    private static CaseContact contact(Record row, @Nullable String began) {
        return new CaseContact(
                new ContactId(row.get(CONTACT.ID)),
                new ConversationId(row.get(CONTACT.CONVERSATION_ID)),
                row.get(CONTACT.MEDIUM),
                row.get(CONTACT.KIND),
                row.get(CONTACT.STATE),
                row.get(CONTACT.OPENED_AT),
                row.get(CONTACT.ENDED_AT),
                id(row.get(CONTACT.REASON_ID), ReasonId::new),
                row.get(CONTACT.REASON_NL) == null ? null : new Called(row.get(CONTACT.REASON_NL), row.get(CONTACT.REASON_EN)),
                id(row.get(CONTACT.CAUSE_DEPARTMENT_ID), DepartmentId::new),
                id(row.get(CONTACT.CAUSE_PROCESS_ID), ProcessId::new),
                cause(row),
                row.get(CONTACT.RESULT) == null ? null : Rows.state(Result.class, row.get(CONTACT.RESULT)),
                row.get(SHOWN_USER.NAME),
                began == null ? "" : MessageEvents.preview(began));
    }

    /** Whoever sees how customers began has opened what they wrote. */
    private List<CaseConversation> conversations(Access access, List<CaseContact> contacts) {
        return db.select(CONVERSATION.fields())
                .select(CUSTOMER)
                .from(CONVERSATION)
                .leftJoin(SHOWN_BRAND).on(SHOWN_BRAND.ID.eq(CONVERSATION.BRAND_ID))
                .leftJoin(SHOWN_CUSTOMER).on(SHOWN_CUSTOMER.ID.eq(CONVERSATION.CUSTOMER_ID))
                .where(CONVERSATION.ID.in(contacts.stream().map(one -> one.conversation().value()).distinct().toList()))
                .orderBy(CONVERSATION.STARTED_AT)
                .fetch(row -> {
                    ConversationRecord conversation = row.into(CONVERSATION);
                    opened.record(access, conversation);
                    return new CaseConversation(new ConversationId(conversation.getId()), conversation.getChannel(), conversation.getSubject(),
                            id(conversation.getCustomerId(), CustomerId::new), row.get(CUSTOMER), conversation.getLastMessageAt());
                });
    }

    /** A change is shown to whoever sees something of both cases. */
    private List<CaseChange> changes(Access access, CaseId id) {
        Cases from = CASES.as("from_case");
        Cases to = CASES.as("to_case");
        var undoer = SHOWN_USER.as("undoer");
        Field<Integer> contacts = DSL.field(DSL.selectCount().from(CASE_CHANGE_CONTACT).where(CASE_CHANGE_CONTACT.CHANGE_ID.eq(CASE_CHANGE.ID)));
        return db.select(CASE_CHANGE.fields())
                .select(from.fields())
                .select(to.fields())
                .select(SHOWN_USER.NAME, undoer.NAME, contacts)
                .from(CASE_CHANGE)
                .join(from).on(from.ID.eq(CASE_CHANGE.FROM_CASE))
                .join(to).on(to.ID.eq(CASE_CHANGE.TO_CASE))
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(CASE_CHANGE.BY_USER))
                .leftJoin(undoer).on(undoer.ID.eq(CASE_CHANGE.UNDONE_BY))
                .where(CASE_CHANGE.FROM_CASE.eq(id.value()).or(CASE_CHANGE.TO_CASE.eq(id.value())))
                .orderBy(CASE_CHANGE.AT.desc(), CASE_CHANGE.ID.desc())
                .limit(MOST)
                .fetch()
                .stream()
                .filter(row -> access.partner().isEmpty() || rows.sees(access, row.into(from)) && rows.sees(access, row.into(to)))
                .map(row -> new CaseChange(
                        new CaseChangeId(row.get(CASE_CHANGE.ID)),
                        Rows.state(Kind.class, row.get(CASE_CHANGE.KIND)),
                        new CaseLink(new CaseId(row.get(from.ID)), row.get(from.NUMBER)),
                        new CaseLink(new CaseId(row.get(to.ID)), row.get(to.NUMBER)),
                        row.get(CASE_CHANGE.AT),
                        Optional.ofNullable(row.get(SHOWN_USER.NAME)).orElse(""),
                        row.get(CASE_CHANGE.BY_RULE),
                        row.get(CASE_CHANGE.WHY),
                        row.get(contacts),
                        row.get(CASE_CHANGE.UNDONE_AT),
                        row.get(undoer.NAME)))
                .toList();
    }

    private static <T> @Nullable T id(@Nullable UUID value, Function<UUID, T> make) {
        return value == null ? null : make.apply(value);
    }
}
