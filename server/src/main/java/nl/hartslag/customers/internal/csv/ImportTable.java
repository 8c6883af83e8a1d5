package nl.hartslag.customers.internal.csv;

import static nl.hartslag.customers.internal.db.Tables.ORDER_IMPORT;
import static nl.hartslag.customers.internal.db.Tables.ORDER_IMPORT_REFUSED;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.OrderImports.ImportView;
import nl.hartslag.customers.internal.db.tables.records.OrderImportRecord;
import nl.hartslag.customers.internal.db.tables.records.OrderImportRefusedRecord;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class ImportTable {
    private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    ImportTable(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** What is wrong with one value. @param limit that it passed, where its code tells one */
    record Fault(String column, String code, @Nullable Long limit) {}

    record Refused(long line, List<Fault> faults, String rowText) {}

    UUID start(Access access, BrandId brand, String fileName, String header) {
        UUID id = Uuid7.next();
        db.insertInto(ORDER_IMPORT)
                .set(ORDER_IMPORT.ID, id)
                .set(ORDER_IMPORT.BRAND_ID, brand.value())
                .set(ORDER_IMPORT.USER_ID, access.user().value())
                .set(ORDER_IMPORT.USER_NAME, access.name())
                .set(ORDER_IMPORT.FILE_NAME, fileName.length() > 200 ? fileName.substring(0, 200) : fileName)
                .set(ORDER_IMPORT.STARTED_AT, clock.instant())
                .set(ORDER_IMPORT.HEADER, header)
                .execute();
        return id;
    }

    void add(UUID id, int stored, List<Refused> refused) {
        db.update(ORDER_IMPORT)
                .set(ORDER_IMPORT.STORED, ORDER_IMPORT.STORED.plus(stored))
                .set(ORDER_IMPORT.REFUSED, ORDER_IMPORT.REFUSED.plus(refused.size()))
                .where(ORDER_IMPORT.ID.eq(id))
                .execute();
        db.batchInsert(refused.stream()
                        .map(row -> new OrderImportRefusedRecord(id, row.line(), row.rowText(), JSONB.valueOf(json.writeValueAsString(row.faults()))))
                        .toList())
                .execute();
    }

    void finish(UUID id) {
        db.update(ORDER_IMPORT)
                .set(ORDER_IMPORT.FINISHED_AT, clock.instant())
                .where(ORDER_IMPORT.ID.eq(id))
                .execute();
    }

    Optional<OrderImportRecord> find(Access access, UUID id) {
        return db.selectFrom(ORDER_IMPORT)
                .where(ORDER_IMPORT.ID.eq(id))
                .and(visible(access))
                .fetchOptional();
    }

    Page<ImportView> list(Access access, @Nullable UUID before, int limit) {
        int page = Math.clamp(limit, 1, 100);
        var rows = db.selectFrom(ORDER_IMPORT)
                .where(visible(access))
                .and(before == null ? DSL.noCondition() : ORDER_IMPORT.ID.lt(before))
                .orderBy(ORDER_IMPORT.ID.desc())
                .limit(page + 1)
                .fetch(ImportTable::view);
        if (rows.size() <= page) return new Page<>(rows, null);
        return new Page<>(rows.subList(0, page), rows.get(page - 1).id().toString());
    }

    /** Refused rows in the order of the file, after a line. */
    List<Refused> refused(UUID id, long afterLine, int limit) {
        return db.selectFrom(ORDER_IMPORT_REFUSED)
                .where(ORDER_IMPORT_REFUSED.IMPORT_ID.eq(id))
                .and(ORDER_IMPORT_REFUSED.LINE.gt(afterLine))
                .orderBy(ORDER_IMPORT_REFUSED.LINE)
                .limit(limit)
                .fetch(row -> new Refused(row.getLine(), json.readValue(row.getFaults().data(), FAULTS), row.getRowText()));
    }

    static ImportView view(OrderImportRecord row) {
        return new ImportView(
                row.getId(),
                new BrandId(row.getBrandId()),
                row.getFileName(),
                row.getUserName(),
                row.getStartedAt(),
                row.getFinishedAt(),
                row.getStored(),
                row.getRefused());
    }

    private static Condition visible(Access access) {
        return ORDER_IMPORT.BRAND_ID.eq(
                DSL.any(access.brands().stream().map(BrandId::value).toArray(UUID[]::new)));
    }
}
