package nl.hartslag.platform.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectLimitStep;
import org.jooq.Table;

/** Whether a module still needs a customer of whom long nothing was heard, or heard of him since. Whoever is needed nowhere goes by rule. */
public interface StillNeeded {
    /** One of these finds a row when he is needed. Each finds it by an index that begins with the customer, or with his address. */
    List<SelectLimitStep<Record1<Integer>>> needs(Quiet customer);

    /**
     * @param id        the column that names him
     * @param brand     the column with his brand
     * @param addresses of customers, as they are stored
     * @param whose     the column of those that names the customer
     * @param address   the column of those with the address
     * @param since     from when on a sign of life counts
     */
    record Quiet(Field<UUID> id, Field<UUID> brand, Table<? extends Record> addresses, Field<UUID> whose, Field<String> address, Instant since) {}
}
