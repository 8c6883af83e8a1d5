package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;

import java.time.Clock;
import java.util.Optional;
import nl.hartslag.contacts.ContactEvent.DeliveryChanged;
import nl.hartslag.contacts.Delivery;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How far messages have come. A late, lower state changes nothing. */
@Component
class Deliveries {
    private final DSLContext db;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Deliveries(DSLContext db, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    void moved(MessageId id, Delivery to, @Nullable String detail) {
        locked(id).filter(message -> isForward(Rows.state(Delivery.class, message.getDelivery()), to))
                .ifPresent(message -> set(message, to, detail));
    }

    /** It is on its way. What was tried several times counts as sent as well, though it stood as delayed. */
    void left(MessageId id, @Nullable String externalId) {
        locked(id).ifPresent(message -> {
            if (externalId != null) message.setExternalId(externalId);
            switch (Rows.state(Delivery.class, message.getDelivery())) {
                case NONE, QUEUED, DELAYED -> set(message, Delivery.SENT, null);
                case SENT, DELIVERED, READ, FAILED, BOUNCED -> message.update();
            }
        });
    }

    void queuedAgain(MessageId id) {
        locked(id).ifPresent(message -> set(message, Delivery.QUEUED, null));
    }

    static boolean isForward(Delivery from, Delivery to) {
        return from != to && rank(to) > rank(from);
    }

    /** A failure may follow anything but a reading; nothing follows a failure. */
    private static int rank(Delivery state) {
        return switch (state) {
            case NONE -> 0;
            case QUEUED -> 1;
            case SENT -> 2;
            case DELAYED -> 3;
            case DELIVERED -> 4;
            case FAILED, BOUNCED -> 5;
            case READ -> 6;
        };
    }

    private Optional<MessageRecord> locked(MessageId id) {
        return db.selectFrom(MESSAGE).where(MESSAGE.ID.eq(id.value())).forUpdate().fetchOptional();
    }

    private void set(MessageRecord message, Delivery to, @Nullable String detail) {
        message.setDelivery(Rows.column(to));
        message.setDeliveryDetail(detail);
        message.update();
        events.publishEvent(new DeliveryChanged(
                new ConversationId(message.getConversationId()),
                new BrandId(message.getBrandId()),
                new MessageId(message.getId()),
                message.getPurpose(),
                to,
                detail,
                clock.instant()));
    }
}
