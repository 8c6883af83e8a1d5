package nl.hartslag.customers;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * Orders from a CSV file. One row is one order line; rows of one order stand together and repeat its number. Good orders
 * are stored, those with a wrong row are refused whole and can be downloaded, mended and brought in again; the same file
 * twice changes nothing.
 */
public interface OrderImports {
    /**
     * Reads the file and stores what is good. The delimiter ({@code ,} {@code ;} or tab) and the encoding (UTF-8, UTF-16 or
     * Windows-1252) are found out. Refused with {@code imports/empty}, {@code imports/no-text} or {@code imports/columns} before anything is stored.
     */
    ImportView run(Access access, BrandId brand, String fileName, Source file);

    /** Imports of the brands one sees, newest first. */
    Page<ImportView> list(Access access, @Nullable String cursor, int limit);

    /** All that is wrong with the first refused rows of an import, at most 200 rows. @throws nl.hartslag.platform.problem.Problem imports/not-found */
    List<RefusedRow> refused(Access access, UUID id);

    /** Writes the refused rows as a CSV file of the same form, with what is wrong in a last column. */
    void writeRefused(Access access, UUID id, Writer out) throws IOException;

    /** A file that can be read more than once. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** @param finishedAt absent while it runs, or when the application stopped before the end: bring the file in again */
    record ImportView(
            UUID id,
            BrandId brand,
            String fileName,
            String userName,
            Instant startedAt,
            @Nullable Instant finishedAt,
            int stored,
            int refused) {}

    /**
     * @param line of the file, the header being line 1
     * @param column the name in the header
     * @param message what is wrong and what to do, in the reader's language
     */
    record RefusedRow(long line, String column, String message) {}
}
