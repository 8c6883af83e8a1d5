package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.HANDLED;
import static nl.hartslag.routing.internal.db.Tables.LOAD;
import static nl.hartslag.routing.internal.db.Tables.OFFER;
import static nl.hartslag.routing.internal.db.Tables.QUEUE;
import static nl.hartslag.routing.internal.db.Tables.SHARE_TAKEN;
import static nl.hartslag.routing.internal.db.Tables.STEP;
import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.TimesPerPersonChanged;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Times of single people, as each brand chose: which may be told, and which go when a contact ends. Who was asked stays, so that an
 * assignment can be explained; when, and how long he thought about it, does not. What a queue takes stays without the contact.
 */
@Component
class PersonTimes implements TimerHandler {
    private static final String KIND = "routing.forget-times";
    private static final String REST = " rest";
    private static final int AT_ONCE = 5000;
    private static final Duration KNOWN_EVERYWHERE = Duration.ofMinutes(1);
    private static final Field<Instant> DAY = DSL.field("date_trunc('day', {0}, 'UTC')", Instant.class, OFFER.OFFERED_AT);
    private final DSLContext db;
    private final Organisation organisation;
    private final Timers timers;
    private final Clock clock;

    PersonTimes(DSLContext db, Organisation organisation, Timers timers, Clock clock) {
        this.db = db;
        this.organisation = organisation;
        this.timers = timers;
        this.clock = clock;
    }

    /** Of somebody who works for several brands, only when all of them show them. */
    boolean shown(Set<BrandId> brands) {
        return organisation.brands().stream().filter(brand -> brands.contains(brand.id())).allMatch(brand -> brand.timesPerPerson().shown());
    }

    private boolean recorded(BrandId brand) {
        return organisation.brand(brand).timesPerPerson().recorded();
    }

    /** Under which contact it is kept what a contact took. */
    UUID handled(ContactId contact, BrandId brand) {
        return recorded(brand) ? contact.value() : UUID.randomUUID();
    }

    /** After its offers were settled. */
    void ended(ContactId contact, BrandId brand) {
        if (recorded(brand)) return;
        forget(OFFER.CONTACT_ID.eq(contact.value()));
        forgetSteps(STEP.CONTACT_ID.eq(contact.value()));
    }

    /** Whether what was written down about a contact may be told with the moments of people. */
    boolean told(BrandId brand) {
        return organisation.brand(brand).timesPerPerson().shown();
    }

    /** Who got a contact stands in its conversation; when, nowhere any more. */
    private int forgetSteps(Condition which) {
        return db.deleteFrom(STEP).where(which.and(STEP.USER_ID.isNotNull())).execute();
    }

    private int forget(Condition which) {
        return db.update(OFFER)
                // an id of ours tells when it was made
                .set(OFFER.ID, DSL.field("gen_random_uuid()", UUID.class))
                .set(OFFER.OFFERED_AT, DAY)
                .set(OFFER.EXPIRES_AT, DAY)
                .setNull(OFFER.DECIDED_AT)
                .where(which.and(OFFER.OUTCOME.ne("open")).and(OFFER.DECIDED_AT.isNotNull()))
                .execute();
    }

    @EventListener
    void chosen(TimesPerPersonChanged news) {
        if (news.choice().recorded()) return;
        timers.schedule(KIND, news.brand().toString(), clock.instant(), Map.of());
        timers.schedule(KIND, news.brand() + " again", clock.instant().plus(KNOWN_EVERYWHERE), Map.of());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        String key = timer.key().split(" ")[0];
        BrandId brand = new BrandId(UUID.fromString(key));
        if (recorded(brand)) return;
        var queues = DSL.select(QUEUE.ID).from(QUEUE).where(QUEUE.BRAND_ID.eq(brand.value()));
        boolean first = !timer.key().endsWith(REST);
        if (first) {
            db.update(HANDLED).set(HANDLED.CONTACT_ID, DSL.field("gen_random_uuid()", UUID.class)).where(HANDLED.QUEUE_ID.in(queues)).execute();
            db.update(SHARE_TAKEN).set(SHARE_TAKEN.CONTACT_ID, DSL.field("gen_random_uuid()", UUID.class)).where(SHARE_TAKEN.QUEUE_ID.in(queues)).execute();
        }
        int steps = forgetSteps(STEP.ID.in(DSL.select(STEP.ID)
                .from(STEP)
                .where(STEP.QUEUE_ID.in(queues))
                .and(STEP.USER_ID.isNotNull())
                .and(STEP.CONTACT_ID.notIn(DSL.select(WAITING.CONTACT_ID).from(WAITING)))
                .and(STEP.CONTACT_ID.notIn(DSL.select(LOAD.CONTACT_ID).from(LOAD)))
                .limit(AT_ONCE)
                .forUpdate()
                .skipLocked()));
        int gone = forget(OFFER.ID.in(DSL.select(OFFER.ID)
                .from(OFFER)
                .where(OFFER.QUEUE_ID.in(queues))
                .and(OFFER.OUTCOME.ne("open"))
                .and(OFFER.DECIDED_AT.isNotNull())
                .and(OFFER.CONTACT_ID.notIn(DSL.select(WAITING.CONTACT_ID).from(WAITING)))
                .and(OFFER.CONTACT_ID.notIn(DSL.select(LOAD.CONTACT_ID).from(LOAD)))
                .limit(AT_ONCE)
                .forUpdate()
                .skipLocked()));
        if (gone == AT_ONCE || steps == AT_ONCE) timers.schedule(KIND, key + REST, clock.instant(), Map.of());
    }
}
