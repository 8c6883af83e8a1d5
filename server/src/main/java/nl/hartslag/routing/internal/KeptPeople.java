package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.RESERVE;
import static nl.hartslag.routing.internal.db.Tables.RESERVED_PERSON;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.routing.Routing.Reserve;
import nl.hartslag.routing.internal.db.tables.records.ReservedPersonRecord;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;

/** Whom the queues keep free, as it is stored. */
final class KeptPeople {
    private KeptPeople() {}

    static Map<UUID, Reserve> read(DSLContext db) {
        Map<UUID, Set<UserId>> people = db.selectFrom(RESERVED_PERSON).stream().collect(Collectors.groupingBy(
                ReservedPersonRecord::getQueueId, Collectors.mapping(row -> new UserId(row.getUserId()), Collectors.toSet())));
        return db.selectFrom(RESERVE).fetchMap(RESERVE.QUEUE_ID, row -> new Reserve(
                row.getFree(), row.getMedium(), people.getOrDefault(row.getQueueId(), Set.of()), row.getLentMinutes()));
    }

    static void write(DSLContext db, QueueId queue, Reserve reserve) {
        db.deleteFrom(RESERVE).where(RESERVE.QUEUE_ID.eq(queue.value())).execute();
        if (reserve.free() == 0) return;
        db.insertInto(RESERVE)
                .set(RESERVE.QUEUE_ID, queue.value())
                .set(RESERVE.FREE, reserve.free())
                .set(RESERVE.MEDIUM, reserve.medium())
                .set(RESERVE.LENT_MINUTES, reserve.lentMinutes())
                .execute();
        reserve.people().forEach(user -> db.insertInto(RESERVED_PERSON)
                .set(RESERVED_PERSON.QUEUE_ID, queue.value())
                .set(RESERVED_PERSON.USER_ID, user.value())
                .execute());
    }
}
