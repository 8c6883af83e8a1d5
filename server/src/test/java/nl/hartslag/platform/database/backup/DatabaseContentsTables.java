package nl.hartslag.platform.database.backup;

import java.util.List;
import nl.hartslag.testing.TestDatabase;
import org.jooq.DSLContext;

/** The names of our tables in a database. */
final class DatabaseContentsTables {

    private DatabaseContentsTables() {
    }

    static List<String> names(TestDatabase database) {
        return names(database.jooq());
    }

    static List<String> names(DSLContext sql) {
        return sql.connectionResult(connection -> DatabaseContents.tables(connection).stream().map(Manifest.Table::name).toList());
    }
}
