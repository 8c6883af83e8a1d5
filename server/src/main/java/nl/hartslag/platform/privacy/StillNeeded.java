package nl.hartslag.platform.privacy;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;

/** Whether a module still needs a customer of whom long nothing was heard, or heard of him since. Whoever is needed nowhere goes by rule. */
public interface StillNeeded {
    /** Asked of each of many, so it finds what it looks for by an index that begins with the customer. */
    Condition needs(Quiet customer);

    /**
     * @param id        the column that names him
     * @param brand     the column with his brand
     * @param addresses of his, as they are stored
     * @param since     from when on a sign of life counts
     */
    record Quiet(Field<UUID> id, Field<UUID> brand, Select<Record1<String>> addresses, Instant since) {}

    /** One of these finds a row. As values, not as sets: the database would gather everybody to ask it of one. */
    @SafeVarargs
    static Condition any(SelectLimitStep<Record1<Boolean>>... rows) {
        Field<?>[] found = Stream.concat(Arrays.stream(rows).map(one -> DSL.field(one.limit(1))), Stream.of(DSL.inline(false))).toArray(Field[]::new);
        return DSL.condition(DSL.field("coalesce({0})", Boolean.class, DSL.list(found)));
    }
}
