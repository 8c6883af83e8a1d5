package nl.hartslag.people.internal;

import static nl.hartslag.people.internal.db.Tables.DO_NOT_DISTURB;
import static nl.hartslag.people.internal.db.Tables.NOTIFICATION_SETTINGS;
import static nl.hartslag.people.internal.db.Tables.NOTIFICATION_WAYS;
import static nl.hartslag.people.internal.db.Tables.USERS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.people.Notifications;
import nl.hartslag.people.internal.db.tables.records.DoNotDisturbRecord;
import nl.hartslag.people.internal.db.tables.records.NotificationSettingsRecord;
import nl.hartslag.people.internal.db.tables.records.NotificationWaysRecord;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.SiteId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class NotificationsService implements Notifications {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    /** Before this hour the night still belongs to the day before: the morning that comes is the one that is meant. */
    private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);

    private final DSLContext db;
    private final SiteZones zones;
    private final LiveStream live;
    private final Clock clock;

    NotificationsService(DSLContext db, SiteZones zones, LiveStream live, Clock clock) {
        this.db = db;
        this.zones = zones;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public NotificationSettings of(Access access) {
        UUID user = access.user().value();
        Map<NewsKind, NewsWays> ways = new EnumMap<>(NewsKind.class);
        for (NewsKind kind : NewsKind.values()) ways.put(kind, kind.usual());
        db.selectFrom(NOTIFICATION_WAYS).where(NOTIFICATION_WAYS.USER_ID.eq(user))
                .forEach(row -> ways.put(NewsKind.valueOf(row.getKind()), new NewsWays(row.getOnScreen(), row.getBrowser(), row.getSound())));
        Optional<NotificationSettingsRecord> chosen = db.selectFrom(NOTIFICATION_SETTINGS).where(NOTIFICATION_SETTINGS.USER_ID.eq(user)).fetchOptional();
        return new NotificationSettings(
                ways,
                chosen.map(NotificationSettingsRecord::getShowsSubject).orElse(NotificationSettings.USUALLY_SHOWS_SUBJECT),
                chosen.map(row -> (int) row.getVolume()).orElse(NotificationSettings.USUAL_VOLUME),
                quiet(user));
    }

    private @Nullable DoNotDisturb quiet(UUID user) {
        Instant now = clock.instant();
        return db.selectFrom(DO_NOT_DISTURB)
                .where(DO_NOT_DISTURB.USER_ID.eq(user))
                .and(DO_NOT_DISTURB.UNTIL.isNull().or(DO_NOT_DISTURB.UNTIL.gt(now)))
                .fetchOne(row -> new DoNotDisturb(row.getSince(), row.getUntil()));
    }

    @Override
    @Transactional
    public NotificationSettings change(Access access, NotificationDraft draft) {
        new FieldErrors()
                .check(draft.ways().values().stream().allMatch(Objects::nonNull), "ways", "required")
                .range("volume", draft.volume(), 0, 100)
                .verify();
        UUID user = access.user().value();
        var settings = new NotificationSettingsRecord(user, draft.showsSubject(), (short) draft.volume());
        db.insertInto(NOTIFICATION_SETTINGS).set(settings).onDuplicateKeyUpdate().set(settings).execute();
        draft.ways().forEach((kind, ways) -> {
            var row = new NotificationWaysRecord(user, kind.name(), ways.onScreen(), ways.browser(), ways.sound());
            db.insertInto(NOTIFICATION_WAYS).set(row).onDuplicateKeyUpdate().set(row).execute();
        });
        return told(access);
    }

    @Override
    @Transactional
    public NotificationSettings doNotDisturb(Access access, Lasts lasts) {
        UUID user = access.user().value();
        Instant now = clock.instant();
        Instant until = switch (lasts) {
            case HOUR -> now.plus(Duration.ofHours(1));
            case MORNING -> morning(now, zones.of(db.select(USERS.SITE_ID).from(USERS).where(USERS.ID.eq(user)).fetchOptional(USERS.SITE_ID).map(SiteId::new)));
            case UNTIL_ENDED -> null;
        };
        var row = new DoNotDisturbRecord(user, now, until);
        db.insertInto(DO_NOT_DISTURB).set(row).onDuplicateKeyUpdate().set(row).execute();
        return told(access);
    }

    private static Instant morning(Instant now, ZoneId zone) {
        var here = now.atZone(zone);
        boolean night = here.toLocalTime().isBefore(NIGHT_ENDS);
        return here.toLocalDate().plusDays(night ? 0 : 1).atTime(MORNING).atZone(zone).toInstant();
    }

    @Override
    @Transactional
    public NotificationSettings disturbAgain(Access access) {
        db.deleteFrom(DO_NOT_DISTURB).where(DO_NOT_DISTURB.USER_ID.eq(access.user().value())).execute();
        return told(access);
    }

    /** His other screens do as he says at once. */
    private NotificationSettings told(Access access) {
        live.publish(LiveEvent.ofUser("notifications.changed", access.user(), Map.of()));
        return of(access);
    }
}
