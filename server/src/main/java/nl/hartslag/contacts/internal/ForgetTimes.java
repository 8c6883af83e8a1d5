package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.TimesPerPersonChanged;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A brand that does not record times of single people keeps none of earlier contacts either. They go in parts, so that nobody
 * waits for it, and once more when every node knows of the choice.
 */
@Component
class ForgetTimes implements TimerHandler {
    private static final String KIND = "contacts.forget-times";
    private static final int AT_ONCE = 5000;
    private static final Duration KNOWN_EVERYWHERE = Duration.ofMinutes(1);
    private final DSLContext db;
    private final Organisation organisation;
    private final Timers timers;
    private final Clock clock;

    ForgetTimes(DSLContext db, Organisation organisation, Timers timers, Clock clock) {
        this.db = db;
        this.organisation = organisation;
        this.timers = timers;
        this.clock = clock;
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
        UUID brand = UUID.fromString(timer.key().split(" ")[0]);
        if (organisation.brand(new BrandId(brand)).timesPerPerson().recorded()) return;
        int gone = db.update(CONTACT)
                .setNull(CONTACT.ASSIGNED_AT)
                .where(CONTACT.ID.in(DSL.select(CONTACT.ID)
                        .from(CONTACT)
                        .where(CONTACT.BRAND_ID.eq(brand))
                        .and(CONTACT.STATE.eq("ended"))
                        .and(CONTACT.ASSIGNED_AT.isNotNull())
                        .limit(AT_ONCE)
                        .forUpdate()
                        .skipLocked()))
                .execute();
        if (gone == AT_ONCE) timers.schedule(KIND, timer.key().split(" ")[0] + " rest", clock.instant(), Map.of());
    }
}
