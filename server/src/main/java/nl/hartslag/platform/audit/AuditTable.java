package nl.hartslag.platform.audit;

import static nl.hartslag.platform.internal.db.Tables.AUDIT;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.web.CorrelationId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class AuditTable implements Audit {
    private final DSLContext db;
    private final Opened opened;
    private final JsonMapper json;
    private final Clock clock;

    AuditTable(DSLContext db, Opened opened, JsonMapper json, Clock clock) {
        this.db = db;
        this.opened = opened;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void record(
            Access actor, String kind, String subjectType, String subjectId, Optional<BrandId> brand, Map<String, ?> detail) {
        insert(actor.user().value(), actor.name(), kind, subjectType, subjectId, brand.map(BrandId::value).orElse(null), detail);
    }

    @Override
    public void opened(
            Access actor, String kind, String subjectType, String subjectId, Optional<BrandId> brand, Map<String, ?> detail) {
        if (opened.first(actor.user(), subjectType, subjectId)) record(actor, kind, subjectType, subjectId, brand, detail);
    }

    @Override
    public void recordSystem(String kind, String subjectType, String subjectId, Map<String, ?> detail) {
        insert(null, "Hartslag", kind, subjectType, subjectId, null, detail);
    }

    private void insert(
            @Nullable UUID actor,
            String name,
            String kind,
            String subjectType,
            String subjectId,
            @Nullable UUID brand,
            Map<String, ?> detail) {
        db.insertInto(AUDIT)
                .set(AUDIT.ID, Uuid7.next())
                .set(AUDIT.AT, clock.instant())
                .set(AUDIT.ACTOR_ID, actor)
                .set(AUDIT.ACTOR_NAME, name)
                .set(AUDIT.KIND, kind)
                .set(AUDIT.SUBJECT_TYPE, subjectType)
                .set(AUDIT.SUBJECT_ID, subjectId)
                .set(AUDIT.BRAND_ID, brand)
                .set(AUDIT.DETAIL, JSONB.valueOf(json.writeValueAsString(detail)))
                .set(AUDIT.CORRELATION_ID, CorrelationId.current())
                .execute();
    }
}
