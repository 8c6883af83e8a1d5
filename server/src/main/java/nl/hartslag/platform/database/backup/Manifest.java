package nl.hartslag.platform.database.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a backup; the last entry of the file, so that a file without it is known to be cut short.
 *
 * @param format changes when older programs cannot read the file any more
 * @param takenAt the moment whose state the backup shows
 * @param versions each module's schema version
 * @param sequences the value each sequence continues from
 * @param files hashes of the files that were in an object store; absent in backups that know none
 */
record Manifest(int format, Instant takenAt, String postgresql, Map<String, String> versions, List<Table> tables, List<Sequence> sequences,
        @Nullable List<String> files) {

    /** Since 2 there may be files beside the tables. */
    static final int FORMAT = 2;
    static final String ENTRY = "manifest.json";

    List<String> filesOrNone() {
        return files == null ? List.of() : files;
    }

    static String file(String hash) {
        return "files/" + hash;
    }

    /**
     * One table.
     *
     * @param name quoted, with its schema
     * @param columns quoted; generated columns are not among them
     * @param sha256 of the rows as they stand in the file
     * @param partition how to make this table where it is a partition the migrations do not make; empty otherwise
     */
    record Table(String name, List<String> columns, long rows, String sha256, String partition) {

        String entry() {
            return "tables/" + name.replace("\"", "") + ".txt";
        }

        String columnList() {
            return String.join(", ", columns);
        }
    }

    record Sequence(String name, long value, boolean used) {
    }
}
