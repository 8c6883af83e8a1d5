package nl.hartslag.contacts.internal.erasing;

import static nl.hartslag.contacts.internal.db.Tables.ATTACHMENT;
import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CASE_FOR;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.GESTURE;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.blobs.ReleasedBlobs;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Traces;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a customer said and what was said to him, and his part in the conversations of others. */
@Component
@Order(20)
class Said implements PersonalData {
    private static final int AT_ONCE = 20;
    private static final int MOST_HELD = 50;
    private final DSLContext db;
    private final Content content;
    private final FilledIn fields;
    private final ReleasedBlobs files;
    private final NamedElsewhere named;

    Said(DSLContext db, Content content, FilledIn fields, ReleasedBlobs files, NamedElsewhere named) {
        this.db = db;
        this.content = content;
        this.fields = fields;
        this.files = files;
        this.named = named;
    }

    @Override
    public Traces trace(Traces known) {
        List<UUID> own = db.select(CONVERSATION.ID).from(CONVERSATION).where(his(known)).fetch(CONVERSATION.ID);
        List<UUID> written = db.select(MESSAGE.ID).from(MESSAGE).where(MESSAGE.CONVERSATION_ID.in(own)).and(MESSAGE.DIRECTION.ne("in")).fetch(MESSAGE.ID);
        return known.withConversations(own).withMessages(written);
    }

    private static Condition his(Traces person) {
        return CONVERSATION.CUSTOMER_ID.eq(person.customer().value());
    }

    @Override
    public Map<String, Integer> find(Traces person) {
        return new Counts().add("conversations", db.fetchCount(CONVERSATION, his(person))).add(content.of(his(person)).all())
                .add("copies", db.fetchCount(PARTICIPANT, elsewhere(person)))
                .add("messages-elsewhere", db.fetchCount(MESSAGE, saidElsewhere(person)))
                .add("cases-for", db.fetchCount(CASES, CASES.FOR_CUSTOMER_ID.eq(person.customer().value())))
                .add("case-fields", fields.expected(person.customer().value(), db.select(CONVERSATION.ID).from(CONVERSATION).where(his(person)).fetch(CONVERSATION.ID)))
                .all();
    }

    private static Condition elsewhere(Traces person) {
        return PARTICIPANT.ADDRESS.in(person.addresses()).and(PARTICIPANT.CONVERSATION_ID.notIn(
                DSL.select(CONVERSATION.ID).from(CONVERSATION).where(his(person).or(CONVERSATION.BRAND_ID.ne(person.brand().value())))));
    }

    /** As one who writes along in the conversation of somebody else, which stays. */
    private static Condition saidElsewhere(Traces person) {
        return MESSAGE.ID.in(person.messages()).and(MESSAGE.AUTHOR_KIND.eq("customer")).and(MESSAGE.AUTHOR_ID.eq(person.customer().value()))
                .and(MESSAGE.CONVERSATION_ID.notIn(DSL.select(CONVERSATION.ID).from(CONVERSATION).where(his(person))));
    }

    /** A case that is open, or a promise that was given and not settled. */
    @Override
    public List<Held> held(Traces person) {
        List<Held> held = new ArrayList<>();
        // a part of a conversation may have been taken to another case
        db.selectDistinct(CASES.ID, CASES.NUMBER).from(CASES).join(CONTACT).on(CONTACT.CASE_ID.eq(CASES.ID))
                .join(CONVERSATION).on(CONVERSATION.ID.eq(CONTACT.CONVERSATION_ID))
                .where(his(person)).and(CASES.STATE.notIn("solved", "merged")).orderBy(CASES.NUMBER).limit(MOST_HELD)
                .forEach(row -> held.add(new Held("open-case", row.value2().toString(), row.value1().toString())));
        db.selectDistinct(CASES.ID, CASES.NUMBER).from(PROMISE).join(CONVERSATION).on(CONVERSATION.ID.eq(PROMISE.CONVERSATION_ID)).join(CASES).on(CASES.ID.eq(PROMISE.CASE_ID))
                .where(his(person)).and(PROMISE.KIND.eq("agent")).and(PROMISE.STATE.in("open", "late")).and(CASES.STATE.eq("solved")).orderBy(CASES.NUMBER).limit(MOST_HELD)
                .forEach(row -> held.add(new Held("open-promise", row.value2().toString(), row.value1().toString())));
        return held;
    }

    @Override
    public Map<String, Integer> erase(Traces person) {
        List<ConversationRecord> some = db.selectFrom(CONVERSATION).where(his(person)).orderBy(CONVERSATION.ID).limit(AT_ONCE).forUpdate().fetch();
        Counts counts = new Counts().add("conversations", some.size()).add(content.erase(some).all());
        if (!some.isEmpty()) nobodys(some.stream().map(ConversationRecord::getId).toList(), person, counts);
        else leaveOthers(person, counts);
        return counts.all();
    }

    private void nobodys(List<UUID> conversations, Traces person, Counts counts) {
        UUID customer = person.customer().value();
        counts.add("case-fields", fields.of(conversations) + fields.of(customer));
        db.update(CONVERSATION).set(CONVERSATION.CUSTOMER_ID, none(CONVERSATION.CUSTOMER_ID)).set(CONVERSATION.SENDER_PROVEN, false).where(CONVERSATION.ID.in(conversations)).execute();
        db.update(CONTACT).set(CONTACT.CUSTOMER_ID, none(CONTACT.CUSTOMER_ID)).where(CONTACT.CONVERSATION_ID.in(conversations)).execute();
        db.update(GESTURE).set(GESTURE.CUSTOMER_ID, none(GESTURE.CUSTOMER_ID)).where(GESTURE.CONVERSATION_ID.in(conversations)).execute();
        cases(customer);
    }

    /** A case that he shares becomes the other's, who brings its name along. */
    private void cases(UUID customer) {
        var other = CONVERSATION.as("other");
        db.update(CASES)
                .set(CASES.SUBJECT, DSL.coalesce(DSL.field(DSL.select(other.SUBJECT).from(other)
                        .where(other.CASE_ID.eq(CASES.ID)).and(other.CUSTOMER_ID.ne(customer)).orderBy(other.STARTED_AT).limit(1)), ""))
                .set(CASES.CUSTOMER_ID, DSL.field(DSL.select(other.CUSTOMER_ID).from(other)
                        .where(other.CASE_ID.eq(CASES.ID)).and(other.CUSTOMER_ID.ne(customer)).orderBy(other.STARTED_AT).limit(1)))
                .where(CASES.CUSTOMER_ID.eq(customer)).execute();
    }

    /** What others brought for him is theirs alone. */
    private int forNobody(UUID customer) {
        db.update(CASE_FOR).set(CASE_FOR.WAS, none(CASE_FOR.WAS)).where(CASE_FOR.WAS.eq(customer)).execute();
        db.update(CASE_FOR).set(CASE_FOR.BECAME, none(CASE_FOR.BECAME)).where(CASE_FOR.BECAME.eq(customer)).execute();
        return db.update(CASES).set(CASES.FOR_CUSTOMER_ID, none(CASES.FOR_CUSTOMER_ID)).where(CASES.FOR_CUSTOMER_ID.eq(customer)).execute();
    }

    private void leaveOthers(Traces person, Counts counts) {
        counts.add("case-fields", fields.of(person.customer().value()));
        cases(person.customer().value());
        counts.add("cases-for", forNobody(person.customer().value()));
        List<UUID> places = db.deleteFrom(PARTICIPANT).where(elsewhere(person)).returning(PARTICIPANT.CONVERSATION_ID).fetch(PARTICIPANT.CONVERSATION_ID);
        named.forget(person, places);
        counts.add("copies", places.size());
        List<UUID> said = db.select(MESSAGE.ID).from(MESSAGE).where(saidElsewhere(person)).fetch(MESSAGE.ID);
        files.release(db.deleteFrom(ATTACHMENT).where(ATTACHMENT.MESSAGE_ID.in(said)).returning(ATTACHMENT.BLOB_HASH).fetch(ATTACHMENT.BLOB_HASH));
        counts.add("messages-elsewhere", db.update(MESSAGE)
                .set(MESSAGE.TEXT, "").setNull(MESSAGE.FOLDED_TEXT).setNull(MESSAGE.HTML).setNull(MESSAGE.FOLDED_HTML).set(MESSAGE.AUTHOR_NAME, "")
                .set(MESSAGE.AUTHOR_ID, none(MESSAGE.AUTHOR_ID)).setNull(MESSAGE.EXTERNAL_ID).setNull(MESSAGE.CLIENT_KEY).setNull(MESSAGE.SUBJECT)
                .where(MESSAGE.ID.in(said)).execute());
    }

    private static <T> Field<T> none(Field<T> field) {
        return DSL.val(null, field);
    }
}
