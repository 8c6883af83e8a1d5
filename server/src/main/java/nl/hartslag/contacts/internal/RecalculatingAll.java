package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.internal.Moving.Cause;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.PromiseRecord;
import nl.hartslag.customers.CustomerGrouped;
import nl.hartslag.organisation.OrganisationChanged;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.Calendar;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When a rule, a calendar or the hours of a channel change, everything that is promised and open follows: not in the transaction of
 * whoever changed it, but in steps, each in its own. Nobody waits for it: what somebody has in hand just then comes in the next step.
 * Doing a step twice changes nothing.
 */
@Component
class RecalculatingAll implements TimerHandler {
    private static final String TIMER = "contacts.recalculate";
    private static final int STEP = 100;
    /** What changed is known on every node within two seconds; the step may run on any of them. */
    private static final Duration KNOWN_EVERYWHERE = Duration.ofSeconds(3);
    private static final Duration IN_HAND = Duration.ofSeconds(1);
    /** Written out, so that the planner sees that a partial index holds them. */
    private static final Condition RUNNING =
            PROMISE.KIND.in(DSL.inline("answer"), DSL.inline(Solutions.KIND)).and(PROMISE.STATE.eq(DSL.inline("open")));

    private final DSLContext db;
    private final RuleBook rules;
    private final Recalculating recalculating;
    private final OrganisationSettings organisation;
    private final Timers timers;
    private final Clock clock;

    RecalculatingAll(
            DSLContext db, RuleBook rules, Recalculating recalculating, OrganisationSettings organisation, Timers timers, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.recalculating = recalculating;
        this.organisation = organisation;
        this.timers = timers;
        this.clock = clock;
    }

    @EventListener
    void changed(OrganisationChanged event) {
        switch (event.kind()) {
            case "calendar.changed" -> begin(Optional.empty(), new Cause("calendar", calendar(event.subject()), event.by(), event.byName(), event.occurredAt()));
            case "channel-hours.changed" -> begin(event.brand(), new Cause("hours", null, event.by(), event.byName(), event.occurredAt()));
            default -> {
                // nothing that is promised depends on it
            }
        }
    }

    @EventListener
    void grouped(CustomerGrouped event) {
        begin(Optional.of(event.brand()), Optional.of(event.customer()), new Cause("group", event.groupName().isEmpty() ? null : event.groupName(), event.by(), event.byName(), event.occurredAt()));
    }

    private @Nullable String calendar(String id) {
        return organisation.calendars().stream().filter(one -> one.id().toString().equals(id)).map(Calendar::name).findFirst().orElse(null);
    }

    /** @param brand whose promises; of all brands when absent */
    void begin(Optional<BrandId> brand, Cause cause) {
        begin(brand, Optional.empty(), cause);
    }

    private void begin(Optional<BrandId> brand, Optional<CustomerId> customer, Cause cause) {
        Map<String, Object> payload = new HashMap<>();
        brand.ifPresent(one -> payload.put("brand", one.toString()));
        customer.ifPresent(one -> payload.put("customer", one.toString()));
        payload.put("cause", cause.kind());
        payload.put("at", cause.at().toString());
        if (cause.subject() != null) payload.put("subject", cause.subject());
        if (cause.by() != null) payload.put("by", cause.by().toString());
        if (cause.byName() != null) payload.put("byName", cause.byName());
        payload.put("after", new UUID(0, 0).toString());
        payload.put("inHand", List.of());
        timers.schedule(TIMER, Uuid7.next().toString(), cause.at().plus(KNOWN_EVERYWHERE), payload);
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        Map<String, Object> payload = timer.payload();
        Condition whose = whose(payload);
        List<UUID> next = db.select(PROMISE.ID).from(PROMISE)
                .where(RUNNING).and(whose).and(PROMISE.ID.gt(UUID.fromString((String) payload.get("after"))))
                .orderBy(PROMISE.ID).limit(STEP).fetch(PROMISE.ID);
        List<UUID> all = new ArrayList<>(((List<?>) payload.get("inHand")).stream().map(id -> UUID.fromString((String) id)).toList());
        all.addAll(next);
        Set<UUID> done = step(all, cause(payload));
        List<UUID> inHand = db.select(PROMISE.ID).from(PROMISE).where(RUNNING).and(PROMISE.ID.in(all)).and(PROMISE.ID.notIn(done)).fetch(PROMISE.ID);
        boolean more = next.size() == STEP;
        if (!more && inHand.isEmpty()) return;
        Map<String, Object> rest = new HashMap<>(payload);
        if (!next.isEmpty()) rest.put("after", next.getLast().toString());
        rest.put("inHand", inHand.stream().map(UUID::toString).toList());
        timers.schedule(TIMER, timer.key(), more ? clock.instant() : clock.instant().plus(IN_HAND), rest);
    }

    private Condition whose(Map<String, Object> payload) {
        Condition whose = payload.containsKey("brand") ? PROMISE.BRAND_ID.eq(UUID.fromString((String) payload.get("brand"))) : DSL.noCondition();
        if (!payload.containsKey("customer")) return whose;
        return whose.and(PROMISE.CONTACT_ID.in(
                db.select(CONTACT.ID).from(CONTACT).where(CONTACT.CUSTOMER_ID.eq(UUID.fromString((String) payload.get("customer"))))));
    }

    /** @return what was done; the rest somebody has in hand, or is settled */
    private Set<UUID> step(List<UUID> ids, Cause cause) {
        List<PromiseRecord> held = db.selectFrom(PROMISE).where(PROMISE.ID.in(ids)).and(RUNNING).orderBy(PROMISE.ID).forUpdate().skipLocked().fetch();
        Map<UUID, ContactRecord> contacts = contacts(held);
        RuleBook.Now now = rules.read(contacts.values());
        held.forEach(promise -> recalculating.follow(promise, contacts.get(promise.getId()), now, cause));
        return held.stream().map(PromiseRecord::getId).collect(Collectors.toSet());
    }

    /** By promise: the contact that is to be answered, or the latest one of the case that is to be solved. */
    private Map<UUID, ContactRecord> contacts(List<PromiseRecord> promises) {
        return db.select(PROMISE.ID).select(CONTACT.fields())
                .distinctOn(PROMISE.ID)
                .from(PROMISE)
                .join(CONTACT).on(CONTACT.CASE_ID.eq(PROMISE.CASE_ID).and(PROMISE.KIND.eq(Solutions.KIND).or(CONTACT.ID.eq(PROMISE.CONTACT_ID))))
                .where(PROMISE.ID.in(promises.stream().map(PromiseRecord::getId).toList()))
                .orderBy(PROMISE.ID, CONTACT.OPENED_AT.desc(), CONTACT.ID.desc())
                .fetchMap(PROMISE.ID, row -> row.into(CONTACT));
    }

    private static Cause cause(Map<String, Object> payload) {
        Object by = payload.get("by");
        return new Cause((String) payload.get("cause"), (String) payload.get("subject"), by == null ? null : UserId.of((String) by),
                (String) payload.get("byName"), Instant.parse((String) payload.get("at")));
    }
}
