package nl.hartslag.organisation.internal.retention;

import static nl.hartslag.organisation.internal.db.Tables.RETENTION_RULE;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.organisation.Retention.Kind;
import nl.hartslag.organisation.internal.db.tables.records.RetentionRuleRecord;
import nl.hartslag.platform.privacy.Perishable.Kept;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules, and what each of them covers beside the more specific ones. */
@Component
class RetentionRules {
    private final DSLContext db;
    private final Clock clock;

    RetentionRules(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    List<RetentionRuleRecord> all() {
        return db.selectFrom(RETENTION_RULE).orderBy(RETENTION_RULE.BRAND_ID, RETENTION_RULE.KIND, RETENTION_RULE.CHANNEL.asc().nullsFirst()).fetch();
    }

    Kept kept(UUID brand, @Nullable String channel, String kind, int months) {
        Set<String> otherwise = channel != null ? Set.of() : db.select(RETENTION_RULE.CHANNEL).from(RETENTION_RULE)
                .where(RETENTION_RULE.BRAND_ID.eq(brand)).and(RETENTION_RULE.KIND.eq(kind)).and(RETENTION_RULE.CHANNEL.isNotNull())
                .fetchSet(RETENTION_RULE.CHANNEL);
        Instant before = clock.instant().atZone(ZoneOffset.UTC).minusMonths(months).toInstant();
        return new Kept(new BrandId(brand), Optional.ofNullable(channel), otherwise, before);
    }

    static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind kind(String key) {
        return Kind.valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
