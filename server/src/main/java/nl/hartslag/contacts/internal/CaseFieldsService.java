package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseFields;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.organisation.FieldValues;
import nl.hartslag.organisation.Fields;
import nl.hartslag.organisation.Fields.Change;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.organisation.Fields.Panel;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.FieldId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CaseFieldsService implements CaseFields {
    private final DSLContext db;
    private final Fields fields;
    private final CaseFieldValues values;
    private final AboutCases about;
    private final RequiredFields required;
    private final CaseRows rows;
    private final Handling handling;
    private final Conversations conversations;
    private final Scope scope;
    private final EventLines lines;
    private final CaseNews news;

    CaseFieldsService(DSLContext db, Fields fields, CaseFieldValues values, AboutCases about, RequiredFields required, CaseRows rows, Handling handling, Conversations conversations,
            Scope scope, EventLines lines, CaseNews news) {
        this.db = db;
        this.fields = fields;
        this.values = values;
        this.about = about;
        this.required = required;
        this.rows = rows;
        this.handling = handling;
        this.conversations = conversations;
        this.scope = scope;
        this.lines = lines;
        this.news = news;
    }

    @Override
    public Panel of(Access access, CaseId id) {
        CasesRecord row = rows.seen(access, id, Permission.CONTACTS_VIEW);
        BrandId brand = new BrandId(row.getBrandId());
        if (!rows.whole(access, row)) return new Panel(List.of(), false);
        boolean goesOn = CaseStates.of(row) != CaseState.MERGED && rows.stands(row);
        return new Panel(fields.shown(fields.of(brand, Kind.CASE), about.of(id.value()), CaseFieldValues.of(row)), goesOn && access.may(Permission.CONTACTS_HANDLE, brand));
    }

    @Override
    public void change(Access access, CaseId id, FieldId field, Change change) {
        rows.seen(access, id, Permission.CONTACTS_HANDLE);
        // the conversation before its case, as everybody holds them
        Optional<ConversationId> where = latest(access, id);
        where.ifPresent(conversations::lock);
        CasesRecord row = db.selectFrom(CASES).where(CASES.ID.eq(id.value())).forNoKeyUpdate().fetchSingle();
        if (CaseStates.of(row) == CaseState.MERGED) throw Problem.of("cases/merged", 409).with("number", row.getNumber());
        if (!rows.whole(access, row)) throw Problem.of("cases/not-whole", 403);
        if (!rows.stands(row)) throw Problem.of("contacts/erased", 409);
        FieldValues now = CaseFieldValues.of(row);
        FieldValues next = fields.changed(new BrandId(row.getBrandId()), Kind.CASE, field, change, now);
        if (next.equals(now)) return;
        CaseFieldValues.set(row, next);
        row.update();
        if (Collections.disjoint(next.of(field), now.of(field))) values.emptied(row.getId(), field.value());
        where.ifPresent(conversation -> tell(access, conversation, "field.changed " + name(row.getBrandId(), field)));
        news.changed(access, row);
    }

    private Optional<ConversationId> latest(Access access, CaseId id) {
        return db.select(CONVERSATION.ID).from(CONVERSATION).where(CONVERSATION.CASE_ID.eq(id.value())).and(CONVERSATION.ERASED_AT.isNull())
                .and(access.partner().map(partner -> scope.takesPart(partner, CONVERSATION.ID)).orElse(DSL.noCondition()))
                .orderBy(CONVERSATION.LAST_MESSAGE_AT.desc(), CONVERSATION.ID.desc()).limit(1)
                .fetchOptional(row -> new ConversationId(row.value1()));
    }

    /** As it is called now, in both languages. */
    private String name(UUID brand, FieldId id) {
        return fields.of(new BrandId(brand), Kind.CASE).stream().filter(one -> one.id().equals(id)).findFirst()
                .map(one -> one.nameNl().replace('|', '/') + "|" + one.nameEn().replace('|', '/')).orElse("");
    }

    /** Once, when somebody goes on with the same field. */
    private void tell(Access access, ConversationId conversation, String event) {
        boolean told = db.select(MESSAGE.TEXT, MESSAGE.AUTHOR_ID).from(MESSAGE).where(MESSAGE.CONVERSATION_ID.eq(conversation.value()))
                .orderBy(MESSAGE.SEQ.desc()).limit(1)
                .fetchOptional()
                .filter(last -> last.value1().equals(event) && access.user().value().equals(last.value2()))
                .isPresent();
        if (!told) lines.done(conversation, access, null, event);
    }

    @Override
    public List<Asked> asked(Access access, ContactId id, @Nullable Result result) {
        access.require(Permission.CONTACTS_HANDLE);
        ContactRecord contact = handling.seen(access, id);
        Result registered = contact.getResult() == null ? null : Rows.state(Result.class, contact.getResult());
        return required.of(access, contact, result == null ? registered : result);
    }
}
