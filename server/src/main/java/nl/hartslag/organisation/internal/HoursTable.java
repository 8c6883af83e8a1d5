package nl.hartslag.organisation.internal;

import static nl.hartslag.organisation.internal.db.Tables.CHANNEL_HOURS;
import static nl.hartslag.organisation.internal.db.Tables.SITE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.organisation.OrganisationSettings.HoursDraft;
import nl.hartslag.organisation.OrganisationSettings.HoursRow;
import nl.hartslag.organisation.internal.Snapshot.HoursKey;
import nl.hartslag.organisation.internal.hours.BusinessCalendar;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which channel keeps to which calendar, and what it promises. */
@Component
class HoursTable {
    private static final Pattern CHANNEL = Pattern.compile("[a-z0-9-]{2,40}");
    private final DSLContext db;
    private final CalendarTable calendars;
    private final Changes changes;
    private final Clock clock;

    HoursTable(DSLContext db, CalendarTable calendars, Changes changes, Clock clock) {
        this.db = db;
        this.calendars = calendars;
        this.changes = changes;
        this.clock = clock;
    }

    List<HoursRow> of(BrandId brand) {
        Map<UUID, BusinessCalendar> calculations = new HashMap<>();
        calendars.all().forEach(each -> calculations.put(each.id().value(), CalendarTable.calculation(each)));
        Instant now = clock.instant();
        return db.selectFrom(CHANNEL_HOURS)
                .where(CHANNEL_HOURS.BRAND_ID.eq(brand.value()))
                .orderBy(CHANNEL_HOURS.CHANNEL, CHANNEL_HOURS.SITE_ID.asc().nullsFirst())
                .fetch(row -> {
                    BusinessCalendar calendar = calculations.get(row.getCalendarId());
                    return new HoursRow(
                            row.getChannel(),
                            row.getSiteId() == null ? null : new SiteId(row.getSiteId()),
                            new CalendarId(row.getCalendarId()),
                            row.getAnswerMinutes(),
                            calendar.isOpen(now),
                            calendar.plus(now, Duration.ofMinutes(row.getAnswerMinutes())));
                });
    }

    void replace(Access access, BrandId brand, List<HoursDraft> hours) {
        Changes.allow(access, brand);
        List<HoursDraft> before = of(brand).stream()
                .map(row -> new HoursDraft(row.channel(), row.site(), row.calendar(), row.answerMinutes()))
                .toList();
        verify(brand, hours, before);
        db.deleteFrom(CHANNEL_HOURS).where(CHANNEL_HOURS.BRAND_ID.eq(brand.value())).execute();
        for (HoursDraft draft : hours) {
            SiteId site = draft.site();
            db.insertInto(CHANNEL_HOURS)
                    .set(CHANNEL_HOURS.ID, Uuid7.next())
                    .set(CHANNEL_HOURS.BRAND_ID, brand.value())
                    .set(CHANNEL_HOURS.CHANNEL, draft.channel())
                    .set(CHANNEL_HOURS.SITE_ID, site == null ? null : site.value())
                    .set(CHANNEL_HOURS.CALENDAR_ID, draft.calendar().value())
                    .set(CHANNEL_HOURS.ANSWER_MINUTES, draft.answerMinutes())
                    .execute();
        }
        changes.made(access, "channel-hours.changed", "brand", brand, brand, Map.of("old", before, "new", hours));
    }

    private void verify(BrandId brand, List<HoursDraft> hours, List<HoursDraft> before) {
        Set<UUID> known = new HashSet<>();
        calendars.all().forEach(calendar -> known.add(calendar.id().value()));
        Map<SiteId, Boolean> sites = db.select(SITE.ID, SITE.ARCHIVED_AT.isNotNull()).from(SITE)
                .fetchMap(row -> new SiteId(row.value1()), row -> row.value2());
        Set<SiteId> kept = before.stream().map(HoursDraft::site).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<HoursKey> seen = new HashSet<>();
        FieldErrors errors = new FieldErrors().atMost("hours", hours, 200);
        for (int i = 0; i < hours.size(); i++) {
            HoursDraft draft = hours.get(i);
            SiteId site = draft.site();
            String row = "hours." + i + ".";
            errors.pattern(row + "channel", draft.channel(), CHANNEL)
                    .check(known.contains(draft.calendar().value()), row + "calendar", "unknown")
                    .chosen(row + "site", Stream.ofNullable(site).toList(), kept, sites)
                    .range(row + "answerMinutes", draft.answerMinutes(), 1, 43_200)
                    .check(
                            seen.add(new HoursKey(brand, draft.channel(), site == null ? null : site.value())),
                            row + "channel",
                            "taken");
        }
        errors.verify();
    }
}
