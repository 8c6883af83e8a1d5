package nl.hartslag.platform.database;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Query;
import org.jooq.TableRecord;

/** Many rows of one kind in one round trip, for which the text of the statement is made once. */
public final class Batches {
    private Batches() {}

    /** Inserts these rows, of one table, in which the same columns are set. */
    public static void insert(DSLContext db, Collection<? extends TableRecord<?>> rows) {
        insert(db, rows, insert -> insert);
    }

    /** @param then what else the statement says, without values of its own, such as what happens when a row is there already */
    public static void insert(DSLContext db, Collection<? extends TableRecord<?>> rows, Function<InsertValuesStepN<?>, Query> then) {
        if (rows.isEmpty()) return;
        TableRecord<?> first = rows.iterator().next();
        Field<?>[] columns = touched(first);
        for (TableRecord<?> row : rows) {
            if (!Arrays.equals(touched(row), columns)) throw new IllegalArgumentException("not the same columns of " + row.getTable());
        }
        BatchBindStep batch = db.batch(then.apply(db.insertInto(first.getTable(), columns).values(new Object[columns.length])));
        rows.forEach(row -> batch.bind(Arrays.stream(columns).map(row::get).toArray()));
        batch.execute();
    }

    private static Field<?>[] touched(TableRecord<?> row) {
        return Arrays.stream(row.fields()).filter(row::touched).toArray(Field<?>[]::new);
    }
}
