package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.customers.internal.db.Tables.ERASURE;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.customers.Erasures.AskedBy;
import nl.hartslag.customers.Erasures.Count;
import nl.hartslag.customers.Erasures.Reason;
import nl.hartslag.customers.Erasures.Receipt;
import nl.hartslag.customers.Erasures.State;
import nl.hartslag.customers.internal.db.tables.records.ErasureRecord;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ErasureId;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of erasures as receipts. */
@Component
class Receipts {
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
    private static final int MOST = 50;
    private final DSLContext db;
    private final JsonMapper json;
    private final ObjectProvider<PersonalData> modules;

    Receipts(DSLContext db, JsonMapper json, ObjectProvider<PersonalData> modules) {
        this.db = db;
        this.json = json;
        this.modules = modules;
    }

    Page<Receipt> list(Access access, String text, @Nullable String cursor, int limit) {
        int page = Math.clamp(limit, 1, 100);
        List<Receipt> rows = db.selectFrom(ERASURE)
                .where(visible(access)).and(text.isBlank() ? ERASURE.BY_RULE.isFalse() : saying(text.strip()))
                .and(cursor == null || cursor.isBlank() ? DSL.noCondition() : after(cursor))
                .orderBy(ERASURE.REQUESTED_AT.desc(), ERASURE.ID.desc())
                .limit(page + 1)
                .fetch(this::receipt);
        if (rows.size() <= page) return new Page<>(rows, null);
        Receipt last = rows.get(page - 1);
        return new Page<>(rows.subList(0, page), last.requestedAt() + "_" + last.id());
    }

    private static Condition saying(String text) {
        return ERASURE.NUMBER.cast(String.class).startsWith(text).or(ERASURE.REFERENCE.containsIgnoreCase(text)).or(ERASURE.REQUESTED_NAME.containsIgnoreCase(text));
    }

    private static Condition after(String cursor) {
        try {
            int cut = cursor.indexOf('_');
            return DSL.row(ERASURE.REQUESTED_AT, ERASURE.ID).lt(Instant.parse(cursor.substring(0, cut)), UUID.fromString(cursor.substring(cut + 1)));
        } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }

    List<Receipt> marked(Access access, Collection<String> marks) {
        return db.selectFrom(ERASURE)
                .where(visible(access)).and(DSL.condition("{0} && {1}::text[]", ERASURE.MARKS, DSL.val(marks.toArray(String[]::new))))
                .orderBy(ERASURE.REQUESTED_AT.desc(), ERASURE.ID.desc()).limit(MOST)
                .fetch(this::receipt);
    }

    ErasureRecord row(Access access, ErasureId id) {
        return db.selectFrom(ERASURE).where(ERASURE.ID.eq(id.value())).and(visible(access)).forUpdate().fetchOptional()
                .orElseThrow(() -> Problem.notFound("customers"));
    }

    private static Condition visible(Access access) {
        return ERASURE.BRAND_ID.eq(DSL.any(access.brands().stream().map(BrandId::value).toArray(UUID[]::new)));
    }

    Receipt receipt(ErasureRecord row) {
        State state = State.valueOf(row.getState().toUpperCase(Locale.ROOT));
        int steps = (int) modules.stream().count();
        return new Receipt(new ErasureId(row.getId()), row.getNumber(), new BrandId(row.getBrandId()), state,
                AskedBy.valueOf(row.getAskedBy().toUpperCase(Locale.ROOT)), Reason.valueOf(row.getReason().toUpperCase(Locale.ROOT)), row.getReference(),
                row.getOrdersToo(), row.getRequestedAt(), row.getRequestedName(), state == State.DONE ? steps : row.getStep(), steps,
                counts(row.getErased()), counts(row.getKept()), Arrays.asList(row.getMarks()), row.getFinishedAt(), row.getRepeatedAt());
    }

    List<Count> counts(JSONB stored) {
        return counts(read(stored));
    }

    static List<Count> counts(Map<String, Integer> counts) {
        return counts.entrySet().stream().map(one -> new Count(one.getKey(), one.getValue())).toList();
    }

    Map<String, Integer> read(JSONB stored) {
        return json.readValue(stored.data(), COUNTS);
    }

    JSONB written(Map<String, Integer> counts) {
        return JSONB.valueOf(json.writeValueAsString(counts));
    }
}
