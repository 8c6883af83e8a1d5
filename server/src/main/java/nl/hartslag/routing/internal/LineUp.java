package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.people.People;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.WaitingLine;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.routing.internal.rules.Waiting;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what waits in line by the rule by which people get it, for someone to whom nothing of it was given by name. */
@Component
class LineUp implements WaitingLine {
    private final DSLContext db;
    private final Routing routing;
    private final WaitingContacts waiting;
    private final People people;
    private final SeenQueue seen;
    private final Clock clock;

    LineUp(DSLContext db, Routing routing, WaitingContacts waiting, People people, SeenQueue seen, Clock clock) {
        this.db = db;
        this.routing = routing;
        this.waiting = waiting;
        this.people = people;
        this.seen = seen;
        this.clock = clock;
    }

    private record Row(WaitingRecord stored, Waiting waits) {}

    @Override
    public Line of(Access access, QueueId id, @Nullable String after) {
        access.require(Permission.LIVE_VIEW);
        Queue queue = routing.queuesInSight(access.within(Permission.LIVE_VIEW)).stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> Problem.notFound("routing/queue"));
        LineMark mark = after == null ? null : LineMark.read(after);
        Instant at = mark == null ? clock.instant() : mark.at();
        Waiting last = mark == null ? null : mark.waiting(queue);
        List<Row> rows = db.selectFrom(WAITING).where(Figures.within(List.of(queue), access.partner())).fetch(row -> new Row(row, waiting.waiting(row, at)));
        Map<UserId, Boolean> told = new HashMap<>();
        List<Standing> line = new ArrayList<>();
        int place = 0;
        for (Row row : rows.stream().sorted(Comparator.comparing(Row::waits, Waiting.inLine(at))).toList()) {
            place++;
            if (last == null || Waiting.inLine(at).compare(row.waits(), last) > 0) line.add(standing(row, place, at, access, told));
        }
        return new Line(seen.by(access, queue), line);
    }

    private Standing standing(Row row, int place, Instant at, Access access, Map<UserId, Boolean> told) {
        WaitingRecord stored = row.stored();
        Optional<UserId> keptFor = row.waits().preferred().filter(user -> isTold(user, access, told));
        return new Standing(
                new ContactId(stored.getContactId()),
                new ConversationId(stored.getConversationId()),
                LineMark.of(row.waits(), at).written(),
                place,
                stored.getEnteredAt(),
                Optional.ofNullable(stored.getOverflowedAt()),
                user(stored.getOfferedTo()).filter(user -> isTold(user, access, told)),
                keptFor,
                keptFor.flatMap(_ -> Optional.ofNullable(stored.getPreferredUntil())));
    }

    private boolean isTold(UserId user, Access access, Map<UserId, Boolean> told) {
        return access.partner().isEmpty()
                || told.computeIfAbsent(user, each -> people.user(each).filter(person -> access.learnsNamesOf(person.partner())).isPresent());
    }

    private static Optional<UserId> user(@Nullable UUID id) {
        return Optional.ofNullable(id).map(UserId::new);
    }
}
