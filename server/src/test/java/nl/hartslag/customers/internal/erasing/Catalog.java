package nl.hartslag.customers.internal.erasing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.hartslag.platform.database.Migrations;
import org.jooq.DSLContext;

/** Looks through every column of every table there is, whatever its type, for a word. */
final class Catalog {
    private final DSLContext db;

    Catalog(DSLContext db) {
        this.db = db;
    }

    /** @return the tables in which it stands, in text, JSON, lists, search vectors or bytes */
    List<String> where(String word) {
        String bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        for (String table : tables()) {
            String sql = "select count(*) from %s as it where strpos(lower(it::text), ?) > 0 or strpos(it::text, ?) > 0".formatted(table);
            if (db.fetchSingle(sql, word.toLowerCase(Locale.ROOT), bytes).get(0, Long.class) > 0) found.add(table);
        }
        return found;
    }

    List<String> where(String word, Set<String> allowed) {
        return where(word).stream().filter(table -> !allowed.contains(table)).toList();
    }

    private List<String> tables() {
        return db.fetch("""
                        select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname = any (?) and c.relname <> ? order by 1""",
                Migrations.MODULES.toArray(String[]::new), Migrations.HISTORY).getValues(0, String.class);
    }
}
