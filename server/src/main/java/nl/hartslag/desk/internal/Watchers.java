package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.WATCHER;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who has which conversation on screen; whoever is not heard of for a while has left. */
@Component
class Watchers {
    static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(45);

    private final DSLContext database;
    private final Clock clock;
    private final SubStatesOfRows subStates;

    Watchers(DSLContext database, Clock clock, SubStatesOfRows subStates) {
        this.subStates = subStates;
        this.database = database;
        this.clock = clock;
    }

    /** @return whether colleagues see something new */
    boolean seen(ConversationId conversation, UserId user, String name, boolean typing) {
        var now = clock.instant();
        var before = database.select(WATCHER.TYPING)
                .from(WATCHER)
                .where(WATCHER.CONVERSATION_ID.eq(conversation.value()), WATCHER.USER_ID.eq(user.value()))
                .and(WATCHER.SEEN_AT.gt(now.minus(FORGOTTEN_AFTER)))
                .fetchOptional(WATCHER.TYPING);
        database.insertInto(WATCHER)
                .set(WATCHER.CONVERSATION_ID, conversation.value())
                .set(WATCHER.USER_ID, user.value())
                .set(WATCHER.USER_NAME, name)
                .set(WATCHER.TYPING, typing)
                .set(WATCHER.SEEN_AT, now)
                .onConflict(WATCHER.CONVERSATION_ID, WATCHER.USER_ID)
                .doUpdate()
                .set(WATCHER.TYPING, typing)
                .set(WATCHER.SEEN_AT, now)
                .execute();
        return before.isEmpty() || before.get() != typing;
    }

    boolean left(ConversationId conversation, UserId user) {
        database.deleteFrom(WATCHER).where(WATCHER.SEEN_AT.lt(clock.instant().minus(FORGOTTEN_AFTER))).execute();
        return database.deleteFrom(WATCHER)
                .where(WATCHER.CONVERSATION_ID.eq(conversation.value()), WATCHER.USER_ID.eq(user.value()))
                .execute() > 0;
    }

    List<DeskRow> besideAll(List<DeskRow> rows) {
        var now = of(rows.stream().map(row -> row.conversation().value()).toList());
        return subStates.on(rows).stream().map(row -> row.watchedBy(now.getOrDefault(row.conversation().value(), List.of()))).toList();
    }

    DeskRow beside(DeskRow row) {
        return besideAll(List.of(row)).getFirst();
    }

    List<DeskRow.Watcher> of(ConversationId conversation) {
        return of(List.of(conversation.value())).getOrDefault(conversation.value(), List.of());
    }

    private Map<UUID, List<DeskRow.Watcher>> of(Collection<UUID> conversations) {
        return database.selectFrom(WATCHER)
                .where(WATCHER.CONVERSATION_ID.in(conversations))
                .and(WATCHER.SEEN_AT.gt(clock.instant().minus(FORGOTTEN_AFTER)))
                .orderBy(WATCHER.USER_NAME)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        one -> one.getConversationId(),
                        Collectors.mapping(
                                one -> new DeskRow.Watcher(new UserId(one.getUserId()), one.getUserName(), one.getTyping()),
                                Collectors.toList())));
    }
}
