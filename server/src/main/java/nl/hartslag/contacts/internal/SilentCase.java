package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONSULT;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;
import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;
import static nl.hartslag.contacts.internal.db.Tables.PLANNED_ANSWER;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.contacts.Silence.Obstacle;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.SilenceRecord;
import nl.hartslag.contacts.internal.silence.SilenceTable;
import nl.hartslag.contacts.internal.silence.SilentDays;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.SubStateId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a case that waits for its customer stands: where he would be reminded, when, and what stands in the way. */
@Component
class SilentCase {
    private final DSLContext db;
    private final CaseRows rows;
    private final SilenceTable rules;
    private final SilentHours hours;
    private final MailWay mails;

    SilentCase(DSLContext db, CaseRows rows, SilenceTable rules, SilentHours hours, MailWay mails) {
        this.db = db;
        this.rows = rows;
        this.rules = rules;
        this.hours = hours;
        this.mails = mails;
    }

    /** @param remindAt when the reminder goes, or went; @param solveAt when it is solved if nothing comes */
    record Moments(Instant remindAt, Instant solveAt) {}

    Moments moments(SilenceRecord span) {
        BrandId brand = new BrandId(span.getBrandId());
        SilentDays days = hours.days(brand);
        Instant since = Stream.of(Optional.of(span.getSince()), said(span.getCaseId()), answered(span.getCaseId()), rules.countsFrom(brand)).flatMap(Optional::stream)
                .max(Comparator.naturalOrder()).orElseThrow();
        if (span.getRemindedAt() == null) {
            Instant reminds = days.reminds(since);
            return new Moments(reminds, days.solves(reminds));
        }
        Instant anew = since.isAfter(span.getRemindedAt()) ? since : null;
        return new Moments(span.getRemindedAt(), days.solves(span.getToldAt(), span.getRemindedAt(), left(span), anew));
    }

    /** When the customer said something last, even if it asked for nothing, as thanks do. What is sent by itself says nothing. */
    private Optional<Instant> said(UUID caseId) {
        return Optional.ofNullable(db.select(DSL.max(MESSAGE.AT)).from(MESSAGE).join(CONVERSATION).on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .where(CONVERSATION.CASE_ID.eq(caseId)).and(MESSAGE.DIRECTION.eq("in")).and(MESSAGE.AUTOMATIC.isFalse())
                .fetchSingle().value1());
    }

    /** When an answer that was planned left, while the case waited already. */
    private Optional<Instant> answered(UUID caseId) {
        return Optional.ofNullable(db.select(DSL.max(PLANNED_ANSWER.SETTLED_AT)).from(PLANNED_ANSWER).join(CONVERSATION).on(CONVERSATION.ID.eq(PLANNED_ANSWER.CONVERSATION_ID))
                .where(CONVERSATION.CASE_ID.eq(caseId)).and(PLANNED_ANSWER.LATER).and(PLANNED_ANSWER.STATE.eq("sent"))
                .fetchSingle().value1());
    }

    private @Nullable Instant left(SilenceRecord span) {
        return db.select(OUTBOX.SENT_AT).from(OUTBOX).where(OUTBOX.MESSAGE_ID.eq(span.getReminderId())).fetchOne(OUTBOX.SENT_AT);
    }

    /** In which he was asked last; empty when all that was said is erased. */
    Optional<ConversationRecord> asked(UUID caseId) {
        return db.select(CONVERSATION.fields()).from(CONVERSATION).join(CONTACT).on(CONTACT.CONVERSATION_ID.eq(CONVERSATION.ID))
                .where(CONVERSATION.CASE_ID.eq(caseId)).and(CONTACT.CASE_ID.eq(caseId)).and(CONVERSATION.ERASED_AT.isNull())
                .orderBy(CONTACT.ENDED_AT.desc().nullsLast(), CONTACT.ID.desc()).limit(1)
                .fetchOptionalInto(CONVERSATION);
    }

    Optional<Obstacle> obstacle(CasesRecord row, SilenceRecord span, ConversationRecord conversation) {
        if (rows.inHand(row)) return Optional.of(Obstacle.IN_HAND);
        if (db.fetchExists(PROMISE, PROMISE.CASE_ID.eq(row.getId()).and(Promises.STILL_GIVEN.or(Promises.UNANSWERED)))) return Optional.of(Obstacle.PROMISE);
        if (db.fetchExists(CONSULT, CONSULT.CASE_ID.eq(row.getId()).and(Consulting.ASKED))) return Optional.of(Obstacle.QUESTION);
        if (db.fetchExists(PLANNED_ANSWER, PlannedRows.ofCase(row.getId()))) return Optional.of(Obstacle.ANSWER_PLANNED);
        if (exempt(row)) return Optional.of(Obstacle.SUB_STATE);
        if (!reachable(conversation)) return Optional.of(Obstacle.NO_ADDRESS);
        return delivery(conversation, span);
    }

    private boolean exempt(CasesRecord row) {
        return row.getSubStateId() != null && rules.of(new BrandId(row.getBrandId())).exempt().contains(new SubStateId(row.getSubStateId()));
    }

    private boolean reachable(ConversationRecord conversation) {
        return mails.isMail(mails.channelFor(conversation), new BrandId(conversation.getBrandId()))
                && db.fetchExists(PARTICIPANT, PARTICIPANT.CONVERSATION_ID.eq(conversation.getId()), PARTICIPANT.ROLE.eq(Recipients.CUSTOMER));
    }

    /** Whether what we wrote last arrived as far as we know, and the reminder has left. */
    private Optional<Obstacle> delivery(ConversationRecord conversation, SilenceRecord span) {
        String last = db.select(MESSAGE.DELIVERY).from(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(conversation.getId())).and(MESSAGE.DIRECTION.eq("out"))
                .orderBy(MESSAGE.SEQ.desc()).limit(1).fetchOne(MESSAGE.DELIVERY);
        String reminder = span.getReminderId() == null ? null
                : db.select(MESSAGE.DELIVERY).from(MESSAGE).where(MESSAGE.ID.eq(span.getReminderId())).fetchOne(MESSAGE.DELIVERY);
        List<String> lost = List.of("failed", "bounced");
        if (last != null && lost.contains(last) || reminder != null && lost.contains(reminder)) return Optional.of(Obstacle.NOT_DELIVERED);
        return reminder != null && List.of("queued", "delayed").contains(reminder) ? Optional.of(Obstacle.ON_ITS_WAY) : Optional.empty();
    }
}
