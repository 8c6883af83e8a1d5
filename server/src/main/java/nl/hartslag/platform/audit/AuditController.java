package nl.hartslag.platform.audit;

import static nl.hartslag.platform.internal.db.Tables.AUDIT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The audit log for those who must be able to prove who did what. It can be read, never changed. */
@RestController
@Tag(name = "Audit log")
class AuditController {
    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};
    /** Written out as the index has it. */
    private static final Field<String> CUSTOMER = DSL.field("{0} ->> 'customer'", String.class, AUDIT.DETAIL);
    private final DSLContext db;
    private final PageNames names;
    private final JsonMapper json;

    AuditController(DSLContext db, PageNames names, JsonMapper json) {
        this.db = db;
        this.names = names;
        this.json = json;
    }

    /** @param names what stands in it, by id, as it is called now; without what is gone or not for the reader to see */
    record AuditRow(
            UUID id,
            Instant at,
            @Nullable UUID actor,
            String actorName,
            String kind,
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable BrandId brand,
            Map<String, Object> detail,
            @Nullable String correlationId,
            Map<String, String> names) {
        AuditRow with(Map<String, String> named) {
            return new AuditRow(id, at, actor, actorName, kind, subjectType, subjectId, brand, detail, correlationId, named);
        }
    }

    @Operation(summary = "The audit log, newest first, filtered by what happened, by whom, to what and when",
            description = "Of a customer also what stands under a conversation of his. What concerns no brand, such as signing in, is for"
                    + " who has the right for all brands; people of a partner company see what they did themselves.")
    @Allowed(Permission.AUDIT_VIEW)
    @GetMapping("/api/audit")
    Page<AuditRow> list(
            Access access,
            @Parameter(description = "What happened, or how that begins: `customer` gives `customer.opened` and more")
                    @RequestParam(defaultValue = "") String kind,
            @Parameter(description = "A part of the name of who did it") @RequestParam(defaultValue = "") String actor,
            @Parameter(description = "The id of what it was done to, or of the customer whose data it was")
                    @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Condition condition = reach(access);
        if (!kind.isBlank()) condition = condition.and(AUDIT.KIND.startsWith(kind.strip()));
        if (!actor.isBlank()) condition = condition.and(AUDIT.ACTOR_NAME.containsIgnoreCase(actor.strip()));
        if (!subject.isBlank()) condition = condition.and(AUDIT.SUBJECT_ID.eq(subject.strip()).or(CUSTOMER.eq(subject.strip())));
        if (from != null) condition = condition.and(AUDIT.AT.ge(from));
        if (to != null) condition = condition.and(AUDIT.AT.lt(to));
        if (cursor != null && !cursor.isBlank()) condition = condition.and(after(cursor));
        List<AuditRow> rows = db.selectFrom(AUDIT)
                .where(condition)
                .orderBy(AUDIT.AT.desc(), AUDIT.ID.desc())
                .limit(limit + 1)
                .fetch(row -> new AuditRow(
                        row.getId(),
                        row.getAt(),
                        row.getActorId(),
                        row.getActorName(),
                        row.getKind(),
                        row.getSubjectType(),
                        row.getSubjectId(),
                        row.getBrandId() == null ? null : new BrandId(row.getBrandId()),
                        json.readValue(row.getDetail().data(), DETAIL),
                        row.getCorrelationId(),
                        Map.of()));
        if (rows.size() <= limit) return new Page<>(named(access, rows), null);
        AuditRow last = rows.get(limit - 1);
        return new Page<>(named(access, rows.subList(0, limit)), last.at() + "_" + last.id());
    }

    /** What concerns no brand concerns all of them. Of a partner one sees one's own acts: entries do not say whose work it was. */
    private static Condition reach(Access access) {
        Condition own = AUDIT.ACTOR_ID.eq(access.user().value());
        if (access.partner().isPresent()) return own;
        Condition brands = AUDIT.BRAND_ID.in(access.brands().stream().map(BrandId::value).toList());
        return (access.mayEverywhere(Permission.AUDIT_VIEW) ? brands.or(AUDIT.BRAND_ID.isNull()) : brands).or(own.and(AUDIT.BRAND_ID.isNull()));
    }

    private List<AuditRow> named(Access access, List<AuditRow> rows) {
        var found = names.of(access, rows.stream().map(row -> new PageNames.Entry(row.subjectType(), row.subjectId(), row.detail())).toList());
        return IntStream.range(0, rows.size()).mapToObj(place -> rows.get(place).with(found.get(place))).toList();
    }

    private static Condition after(String cursor) {
        try {
            String[] parts = cursor.split("_", 2);
            return DSL.row(AUDIT.AT, AUDIT.ID).lt(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException notOurs) {
            throw Problem.of("request/unreadable", 400);
        }
    }
}
