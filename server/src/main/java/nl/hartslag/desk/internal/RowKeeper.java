package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.ContactEvent;
import nl.hartslag.contacts.ContactEvent.CaseReopened;
import nl.hartslag.contacts.ContactEvent.CaseSolved;
import nl.hartslag.contacts.ContactEvent.ContactAbandoned;
import nl.hartslag.contacts.ContactEvent.ContactAssigned;
import nl.hartslag.contacts.ContactEvent.ContactOpened;
import nl.hartslag.contacts.ContactEvent.ContactQueued;
import nl.hartslag.contacts.ContactEvent.ContactRegistered;
import nl.hartslag.contacts.ContactEvent.ContactReleased;
import nl.hartslag.contacts.ContactEvent.ContactWrappedUp;
import nl.hartslag.contacts.ContactEvent.ConversationRead;
import nl.hartslag.contacts.ContactEvent.CustomerAnswered;
import nl.hartslag.contacts.ContactEvent.DeliveryChanged;
import nl.hartslag.contacts.ContactEvent.MessageWritten;
import nl.hartslag.contacts.ContactEvent.PromiseChanged;
import nl.hartslag.contacts.ContactEvent.Typing;
import nl.hartslag.contacts.Delivery;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps one row per conversation true, in the transaction of whoever changed it. */
@Component
class RowKeeper {
    private static final int PREVIEW_LENGTH = 160;

    private final DSLContext database;
    private final RowBirth birth;
    private final RowNews news;
    private final Names names;

    RowKeeper(DSLContext database, RowBirth birth, RowNews news, Names names) {
        this.database = database;
        this.birth = birth;
        this.news = news;
        this.names = names;
    }

    @EventListener
    void on(ContactEvent event) {
        switch (event) {
            case ContactOpened opened -> opened(opened);
            case MessageWritten written -> written(written);
            case CustomerAnswered answered -> change(answered.conversation(), answered.contact(), none(CONVERSATION_ROW.WAITING_SINCE));
            case ContactQueued queued -> queued(queued);
            case ContactAssigned assigned -> assigned(assigned);
            case ContactReleased released -> released(released);
            case ContactWrappedUp ended -> ended(ended);
            case CaseSolved solved -> change(solved.conversation(), null, Map.of(CONVERSATION_ROW.CASE_STATE, state(CaseState.SOLVED)));
            case CaseReopened open -> change(open.conversation(), null, Map.of(CONVERSATION_ROW.CASE_STATE, state(CaseState.OPEN)));
            case PromiseChanged promise -> promise(promise);
            case ConversationRead read -> read(read);
            case DeliveryChanged delivery -> delivery(delivery);
            case ContactRegistered registered -> news.registered(registered);
            case Typing typing -> news.typing(typing);
            case ContactAbandoned abandoned -> abandoned(abandoned);
        }
    }

    private void opened(ContactOpened event) {
        birth.give(event.contact());
        change(event.conversation(), event.contact(), Map.of(
                CONVERSATION_ROW.CONTACT_ID, event.contact().value(),
                CONVERSATION_ROW.CASE_ID, event.caseId().value(),
                CONVERSATION_ROW.SUBJECT, event.subject(),
                CONVERSATION_ROW.STATE, "waiting",
                CONVERSATION_ROW.OPENED_AT, event.occurredAt(),
                CONVERSATION_ROW.WAITING_SINCE, event.occurredAt()));
        database.update(CONVERSATION_ROW)
                .setNull(CONVERSATION_ROW.CLOSED_AT)
                .setNull(CONVERSATION_ROW.ASSIGNED_TO)
                .setNull(CONVERSATION_ROW.ASSIGNED_NAME)
                .where(CONVERSATION_ROW.CONVERSATION_ID.eq(event.conversation().value()))
                .and(CONVERSATION_ROW.CLOSED_AT.isNotNull())
                .execute();
    }

    private void written(MessageWritten event) {
        news.written(event);
        boolean fromCustomer = event.direction().equals("in");
        if (!fromCustomer && !event.direction().equals("out")) return;
        if (!event.purpose().equals("conversation")) return;
        var update = database.update(CONVERSATION_ROW)
                .set(CONVERSATION_ROW.PREVIEW, shortened(event.preview()))
                .set(CONVERSATION_ROW.PREVIEW_FROM, event.direction())
                .set(CONVERSATION_ROW.LAST_AT, greatest(CONVERSATION_ROW.LAST_AT, val(event.occurredAt())));
        if (fromCustomer) {
            update = update.set(CONVERSATION_ROW.LAST_IN_SEQ, greatest(CONVERSATION_ROW.LAST_IN_SEQ, val(event.seq())));
            if (!event.automatic()) {
                update = update.set(CONVERSATION_ROW.WAITING_SINCE, coalesce(CONVERSATION_ROW.WAITING_SINCE, val(event.occurredAt())));
            }
        } else {
            update = update.set(CONVERSATION_ROW.UNDELIVERED, false);
        }
        var known = event.contact() != null && birth.give(event.contact());
        if (update.where(CONVERSATION_ROW.CONVERSATION_ID.eq(event.conversation().value())).execute() > 0 || known) {
            news.changed(event.conversation());
        }
    }

    private void queued(ContactQueued event) {
        change(event.conversation(), event.contact(), Map.of(
                CONVERSATION_ROW.QUEUE_ID, event.queue().value(),
                CONVERSATION_ROW.QUEUE_NAME, names.queue(event.queue())));
        event.partner().ifPresent(partner ->
                change(event.conversation(), event.contact(), Map.of(CONVERSATION_ROW.PARTNER_ID, partner.value())));
    }

    private void assigned(ContactAssigned event) {
        change(event.conversation(), event.contact(), Map.of(
                CONVERSATION_ROW.STATE, "assigned",
                CONVERSATION_ROW.ASSIGNED_TO, event.user().value(),
                CONVERSATION_ROW.ASSIGNED_NAME, names.user(event.user())));
    }

    private void released(ContactReleased event) {
        birth.give(event.contact());
        var update = database.update(CONVERSATION_ROW)
                .set(CONVERSATION_ROW.STATE, "waiting")
                .setNull(CONVERSATION_ROW.ASSIGNED_TO)
                .setNull(CONVERSATION_ROW.ASSIGNED_NAME);
        QueueId queue = event.queue();
        if (queue != null) {
            update = update.set(CONVERSATION_ROW.QUEUE_ID, queue.value()).set(CONVERSATION_ROW.QUEUE_NAME, names.queue(queue));
        }
        update.where(CONVERSATION_ROW.CONVERSATION_ID.eq(event.conversation().value())).execute();
        news.changed(event.conversation());
    }

    private void ended(ContactWrappedUp event) {
        birth.give(event.contact());
        database.update(CONVERSATION_ROW)
                .set(CONVERSATION_ROW.STATE, "closed")
                .set(CONVERSATION_ROW.CASE_STATE, state(event.caseState()))
                .set(CONVERSATION_ROW.CLOSED_AT, event.occurredAt())
                .set(CONVERSATION_ROW.ASSIGNED_TO, event.user().value())
                .set(CONVERSATION_ROW.ASSIGNED_NAME, names.user(event.user()))
                .setNull(CONVERSATION_ROW.WAITING_SINCE)
                .setNull(CONVERSATION_ROW.DUE_AT)
                .set(CONVERSATION_ROW.LATE, false)
                .where(CONVERSATION_ROW.CONVERSATION_ID.eq(event.conversation().value()))
                .execute();
        news.changed(event.conversation());
    }

    private void abandoned(ContactAbandoned event) {
        birth.give(event.contact());
        database.update(CONVERSATION_ROW)
                .set(CONVERSATION_ROW.STATE, "closed")
                .set(CONVERSATION_ROW.CLOSED_AT, event.occurredAt())
                .setNull(CONVERSATION_ROW.WAITING_SINCE)
                .setNull(CONVERSATION_ROW.DUE_AT)
                .where(CONVERSATION_ROW.CONTACT_ID.eq(event.contact().value()))
                .execute();
        news.changed(event.conversation());
    }

    private void promise(PromiseChanged event) {
        var promise = event.promise();
        if (!promise.kind().equals("answer")) return;
        boolean running = promise.state().equals("open") || promise.state().equals("late");
        database.update(CONVERSATION_ROW)
                .set(CONVERSATION_ROW.DUE_AT, running ? promise.dueAt() : null)
                .set(CONVERSATION_ROW.LATE, promise.state().equals("late"))
                .where(CONVERSATION_ROW.CONTACT_ID.eq(event.contact().value()))
                .execute();
        news.changed(event.conversation());
    }

    private void read(ConversationRead event) {
        news.read(event);
        UserId reader = event.user();
        if (reader == null) return;
        int changed = database.update(CONVERSATION_ROW)
                .set(CONVERSATION_ROW.READ_SEQ, event.seq())
                .where(CONVERSATION_ROW.CONVERSATION_ID.eq(event.conversation().value()))
                .and(CONVERSATION_ROW.READ_SEQ.lt(event.seq()))
                .and(CONVERSATION_ROW.LAST_IN_SEQ.gt(CONVERSATION_ROW.READ_SEQ))
                .execute();
        if (changed > 0) news.changed(event.conversation());
    }

    private void delivery(DeliveryChanged event) {
        news.delivery(event);
        boolean lost = event.delivery() == Delivery.FAILED || event.delivery() == Delivery.BOUNCED;
        if (lost && event.purpose().equals("conversation")) {
            change(event.conversation(), null, Map.of(CONVERSATION_ROW.UNDELIVERED, true));
        }
    }

    private void change(ConversationId conversation, @Nullable ContactId contact, Map<? extends Field<?>, ?> values) {
        if (contact != null) birth.give(contact);
        database.update(CONVERSATION_ROW)
                .set(values)
                .where(CONVERSATION_ROW.CONVERSATION_ID.eq(conversation.value()))
                .execute();
        news.changed(conversation);
    }

    private static Map<Field<Instant>, Object> none(Field<Instant> field) {
        var empty = new java.util.HashMap<Field<Instant>, Object>();
        empty.put(field, null);
        return empty;
    }

    static String state(CaseState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= PREVIEW_LENGTH ? line : line.substring(0, PREVIEW_LENGTH - 1) + "…";
    }
}
