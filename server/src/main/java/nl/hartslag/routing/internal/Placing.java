package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.QUEUE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.ContactEvent.ContactOpened;
import nl.hartslag.contacts.FirstQueue;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.internal.rules.Medium;
import nl.hartslag.routing.internal.rules.QueueChoice;
import nl.hartslag.routing.internal.rules.QueueChoice.Facts;
import nl.hartslag.routing.internal.rules.QueueChoice.Rule;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the queue of a contact by the brand's rules; without a fitting rule, the brand's own queue for that medium. */
@Component
class Placing implements FirstQueue {
    private final DSLContext db;
    private final TransactionTemplate apart;
    private final Queues queues;
    private final Organisation organisation;

    Placing(DSLContext db, TransactionTemplate transactions, Queues queues, Organisation organisation) {
        this.db = db;
        this.apart = new TransactionTemplate(transactions.getTransactionManager());
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.queues = queues;
        this.organisation = organisation;
    }

    @Override
    public Place of(BrandId brand, String channel, String medium, @Nullable String address, Optional<ReasonId> reason) {
        Queue queue = place(brand, channel, Medium.of(medium), Optional.ofNullable(address), reason);
        return new Place(queue.id(), queue.partner());
    }

    Queue place(BrandId brand, String channel, Medium medium, Optional<String> address, Optional<ReasonId> reason) {
        return QueueChoice.choose(queues.rules(brand), new Facts(channel, upwards(reason), address))
                .flatMap(queues::find)
                .orElseGet(() -> ownQueue(brand, medium));
    }

    /** The rule that led it to this queue; empty when it came there without one. */
    Optional<Rule> ruleOf(ContactOpened news, Queue queue) {
        Facts facts = new Facts(news.channel(), upwards(news.reason()), Optional.ofNullable(news.address()));
        return QueueChoice.rule(queues.rules(news.brand()), facts).filter(rule -> rule.queue().equals(queue.id()));
    }

    /** Where someone without address or reason would come; empty as long as nobody ever did. */
    Optional<Queue> known(BrandId brand, String channel, Medium medium) {
        return QueueChoice.choose(queues.rules(brand), new Facts(channel, List.of(), Optional.empty()))
                .flatMap(queues::find)
                .or(() -> inUse(brand, usual(brand, medium).name()));
    }

    private List<ReasonId> upwards(Optional<ReasonId> reason) {
        List<ReasonId> path = new ArrayList<>();
        Optional<ReasonId> at = reason;
        while (at.isPresent() && !path.contains(at.get())) {
            path.add(at.get());
            at = organisation.reason(at.get()).flatMap(Organisation.Reason::parent);
        }
        return path;
    }

    /** Made when it is first needed, so that nothing is ever without a queue. It stands at once: others may know of it before this is done. */
    private Queue ownQueue(BrandId brand, Medium medium) {
        NewQueue usual = usual(brand, medium);
        Optional<Queue> known = inUse(brand, usual.name());
        if (known.isPresent()) return known.get();
        return apart.execute(_ -> {
            queues.insert(usual);
            Queue own = queues.named(brand, usual.name()).orElseThrow();
            db.update(QUEUE).setNull(QUEUE.ARCHIVED_AT).where(QUEUE.ID.eq(own.id().value())).and(QUEUE.ARCHIVED_AT.isNotNull()).execute();
            return own;
        });
    }

    private Optional<Queue> inUse(BrandId brand, String name) {
        return queues.inUse().stream()
                .filter(queue -> queue.brand().equals(brand) && queue.name().equals(name))
                .findFirst();
    }

    private NewQueue usual(BrandId brand, Medium medium) {
        boolean dutch = organisation.brand(brand).defaultLanguage().equals("nl");
        return switch (medium) {
            case CALL -> own(brand, dutch ? "Telefoon" : "Phone", 1, Duration.ofSeconds(20), Duration.ofMinutes(3));
            case CHAT -> own(brand, "Chat", 1, Duration.ofSeconds(30), Duration.ofMinutes(5));
            case MAIL -> own(brand, "E-mail", 60, Duration.ofSeconds(60), Duration.ofHours(4));
        };
    }

    private static NewQueue own(BrandId brand, String name, int ageingMinutes, Duration offer, Duration overflow) {
        return new NewQueue(
                brand, name, Optional.empty(), 50, ageingMinutes, "push",
                (int) offer.toSeconds(), (int) overflow.toMinutes(), Map.of());
    }
}
