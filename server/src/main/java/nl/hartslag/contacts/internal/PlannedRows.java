package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.PLANNED_ANSWER;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.Addressees;
import nl.hartslag.contacts.PlannedAnswers.PlannedAnswer;
import nl.hartslag.contacts.PlannedAnswers.State;
import nl.hartslag.contacts.PlannedAnswers.Why;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.PlannedAnswerRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PlannedAnswerId;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of answers that leave later. Whoever changes one holds its conversation. */
@Component
class PlannedRows {
    private static final Condition STANDS = PLANNED_ANSWER.STATE.eq(DSL.inline("planned"));
    private final DSLContext db;
    private final Uploads uploads;
    private final Clock clock;

    PlannedRows(DSLContext db, Uploads uploads, Clock clock) {
        this.db = db;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** What is still to leave in a case. */
    static Condition ofCase(UUID caseId) {
        return STANDS.and(PLANNED_ANSWER.CONVERSATION_ID.in(DSL.select(CONVERSATION.ID).from(CONVERSATION).where(CONVERSATION.CASE_ID.eq(caseId))));
    }

    /** Nobody hears that he is helped, or is asked how it went, before the answer that helps him. */
    void checkNone(ContactRecord contact) {
        if (toLeave(contact.getCaseId())) throw Problem.of("contacts/answer-planned", 409);
    }

    /** Whether an answer is still to leave in a case. */
    boolean toLeave(UUID caseId) {
        return db.fetchExists(PLANNED_ANSWER, ofCase(caseId));
    }

    /** Whether an answer is still to leave in a conversation. */
    boolean toLeaveIn(UUID conversation) {
        return db.fetchExists(PLANNED_ANSWER, STANDS.and(PLANNED_ANSWER.CONVERSATION_ID.eq(conversation)));
    }

    static Condition toLeaveIn(Field<UUID> conversation) {
        return DSL.exists(DSL.selectOne().from(PLANNED_ANSWER).where(STANDS).and(PLANNED_ANSWER.CONVERSATION_ID.eq(conversation)));
    }

    Optional<PlannedAnswerRecord> find(PlannedAnswerId id) {
        return db.selectFrom(PLANNED_ANSWER).where(PLANNED_ANSWER.ID.eq(id.value())).fetchOptional();
    }

    Optional<PlannedAnswerRecord> byClientKey(ConversationId conversation, String key) {
        return db.selectFrom(PLANNED_ANSWER).where(PLANNED_ANSWER.CONVERSATION_ID.eq(conversation.value())).and(PLANNED_ANSWER.CLIENT_KEY.eq(key)).fetchOptional();
    }

    /** Those still to leave, in the order of their moments. */
    List<PlannedAnswerRecord> standing(ConversationId conversation, boolean later) {
        return db.selectFrom(PLANNED_ANSWER)
                .where(PLANNED_ANSWER.CONVERSATION_ID.eq(conversation.value())).and(STANDS).and(PLANNED_ANSWER.LATER.eq(later))
                .orderBy(PLANNED_ANSWER.SEND_AT, PLANNED_ANSWER.ID).fetch();
    }

    List<PlannedAnswer> shown(ConversationId conversation) {
        return db.selectFrom(PLANNED_ANSWER)
                .where(PLANNED_ANSWER.CONVERSATION_ID.eq(conversation.value())).and(PLANNED_ANSWER.STATE.in("planned", "stopped"))
                .orderBy(PLANNED_ANSWER.SEND_AT, PLANNED_ANSWER.ID).fetch(this::view);
    }

    PlannedAnswerRecord add(Access access, ConversationRecord conversation, Reply reply, Addressees addressees, boolean later, Instant now, Instant sendAt) {
        PlannedAnswerRecord row = db.newRecord(PLANNED_ANSWER);
        row.setId(PlannedAnswerId.next().value());
        row.setConversationId(conversation.getId());
        row.setBrandId(conversation.getBrandId());
        row.setAuthorId(access.user().value());
        row.setAuthorName(access.name());
        row.setText(reply.text().strip());
        // what had come by now was read, or sent all the same
        row.setSeenSeq(conversation.getLastSeq());
        row.setClientKey(reply.clientKey());
        set(row, addressees);
        row.setLater(later);
        row.setPlannedAt(now);
        row.setSendAt(sendAt);
        row.setState("planned");
        row.insert();
        uploads.waitWith(access, reply.uploads(), new PlannedAnswerId(row.getId()));
        return row;
    }

    private static void set(PlannedAnswerRecord row, Addressees addressees) {
        row.setCustomerOnly(addressees.customerOnly());
        row.setToAddresses(addressees.to().toArray(String[]::new));
        row.setCcAddresses(addressees.cc().toArray(String[]::new));
        row.setBccAddresses(addressees.bcc().toArray(String[]::new));
    }

    static @Nullable Addressees addressees(PlannedAnswerRecord row) {
        Addressees chosen = new Addressees(row.getCustomerOnly(), List.of(row.getToAddresses()), List.of(row.getCcAddresses()), List.of(row.getBccAddresses()));
        return chosen.areUsual() ? null : chosen;
    }

    /** Its words stand in the message from now on. */
    void sent(PlannedAnswerRecord row, UserId by) {
        row.setText("");
        set(row, Addressees.USUAL);
        settle(row, State.SENT, by);
    }

    void stopped(PlannedAnswerRecord row, Why why) {
        row.setStoppedWhy(Rows.column(why));
        settle(row, State.STOPPED, new UserId(row.getAuthorId()));
    }

    void takenBack(PlannedAnswerRecord row, Access by) {
        row.setStoppedWhy(null);
        settle(row, State.TAKEN_BACK, by.user());
        uploads.givenBack(by, new PlannedAnswerId(row.getId()));
    }

    private void settle(PlannedAnswerRecord row, State state, UserId by) {
        row.setState(Rows.column(state));
        row.setSettledAt(clock.instant());
        row.setSettledBy(by.value());
        row.update();
    }

    PlannedAnswer view(PlannedAnswerRecord row) {
        PlannedAnswerId id = new PlannedAnswerId(row.getId());
        return new PlannedAnswer(
                id,
                new ConversationId(row.getConversationId()),
                new UserId(row.getAuthorId()),
                row.getAuthorName(),
                row.getClientKey(),
                row.getText(),
                uploads.of(id),
                addressees(row),
                row.getLater(),
                row.getPlannedAt(),
                row.getSendAt(),
                Rows.state(State.class, row.getState()),
                row.getStoppedWhy() == null ? null : Rows.state(Why.class, row.getStoppedWhy()));
    }
}
