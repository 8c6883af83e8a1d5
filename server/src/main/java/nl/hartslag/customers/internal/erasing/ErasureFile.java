package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.customers.internal.db.Tables.ERASURE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.customers.internal.db.tables.records.ErasureRecord;
import nl.hartslag.platform.settings.PlatformSettings;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of erasures outside the database, one a line, without anything personal: a backup that is put back does not know of those that
 * came after it.
 */
@Component
class ErasureFile {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureFile.class);
    private final DSLContext db;
    private final JsonMapper json;
    private final Path path;

    ErasureFile(DSLContext db, JsonMapper json, PlatformSettings platform, PrivacySettings settings) {
        this.db = db;
        this.json = json;
        this.path = settings.erasuresFile().orElseGet(() -> platform.data().resolve("erasures.jsonl"));
    }

    /**
     * @param cancelled taken back: told too, so that a database in which it still waits learns of it
     * @param erased    as it was counted the first time
     */
    record Line(UUID id, long number, UUID brand, UUID customer, String askedBy, String reason, @Nullable String reference, boolean ordersToo,
                Instant requestedAt, UUID requestedBy, String requestedName, List<String> marks, String erased, String kept, boolean cancelled, @Nullable Instant finishedAt) {
        static Line of(ErasureRecord row) {
            return new Line(row.getId(), row.getNumber(), row.getBrandId(), row.getCustomerId(), row.getAskedBy(), row.getReason(), row.getReference(),
                    row.getOrdersToo(), row.getRequestedAt(), row.getRequestedBy(), row.getRequestedName(), List.of(row.getMarks()), row.getErased().data(),
                    row.getKept().data(), row.getState().equals("cancelled"), row.getFinishedAt());
        }

        ErasureRecord row() {
            ErasureRecord row = new ErasureRecord();
            row.setId(id);
            row.setNumber(number);
            row.setBrandId(brand);
            row.setCustomerId(customer);
            row.setState("running");
            row.setAskedBy(askedBy);
            row.setReason(reason);
            row.setReference(reference);
            row.setOrdersToo(ordersToo);
            row.setRequestedAt(requestedAt);
            row.setRequestedBy(requestedBy);
            row.setRequestedName(requestedName);
            row.setMarks(marks.toArray(String[]::new));
            row.setErased(JSONB.valueOf(erased));
            row.setKept(JSONB.valueOf(kept));
            row.setFinishedAt(finishedAt);
            return row;
        }
    }

    /** What the file and the database know together; what waits can still be taken back and is left out. A file that cannot be written is told in the log. */
    synchronized void write() {
        try {
            Map<UUID, Line> all = new LinkedHashMap<>();
            read().forEach(line -> all.put(line.id(), line));
            db.selectFrom(ERASURE).where(ERASURE.BY_RULE.isFalse()).orderBy(ERASURE.NUMBER).forEach(row -> {
                if (!row.getState().equals("waiting")) all.put(row.getId(), Line.of(row));
            });
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path draft = Files.createTempFile(path.toAbsolutePath().getParent(), ".erasures", "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(draft, all.values().stream().map(json::writeValueAsString).toList());
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UncheckedIOException e) {
            LOG.error("the list of erasures could not be written to {}: {}; after a restore they would not be done again", path, e.toString());
        }
    }

    List<Line> read() {
        if (!Files.exists(path)) return List.of();
        try (Stream<String> lines = Files.lines(path)) {
            return lines.filter(line -> !line.isBlank()).map(line -> json.readValue(line, Line.class)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
