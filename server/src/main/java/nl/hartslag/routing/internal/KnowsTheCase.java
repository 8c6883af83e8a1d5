package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.KNOWS;
import static nl.hartslag.routing.internal.db.Tables.PRESENCE;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.ContactEvent.ContactOpened;
import nl.hartslag.contacts.ContactEvent.ContactWrappedUp;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who handled a case or a conversation last, so that the customer need not tell his story again. */
@Component
class KnowsTheCase {
    private final DSLContext db;
    private final ByName byName;

    KnowsTheCase(DSLContext db, ByName byName) {
        this.db = db;
        this.byName = byName;
    }

    void learn(ContactWrappedUp news) {
        learn(news.caseId().value(), news.user(), news.occurredAt());
        learn(news.conversation().value(), news.user(), news.occurredAt());
    }

    private void learn(UUID subject, UserId user, Instant at) {
        db.insertInto(KNOWS).set(KNOWS.SUBJECT_ID, subject).set(KNOWS.USER_ID, user.value()).set(KNOWS.AT, at)
                .onConflict(KNOWS.SUBJECT_ID).doUpdate().set(KNOWS.USER_ID, user.value()).set(KNOWS.AT, at)
                .where(KNOWS.AT.le(at))
                .execute();
    }

    /** Whom the queue keeps it for: the last who handled the case, else the conversation, if he may have it and is not off. */
    Optional<UserId> whoKnows(ContactOpened news, Queue queue) {
        if (queue.search().knowsCaseMinutes() == 0) return Optional.empty();
        return knower(news.caseId().value()).or(() -> knower(news.conversation().value()))
                .filter(this::isAtWork)
                .filter(person -> byName.mayHave(person, queue));
    }

    private Optional<UserId> knower(UUID subject) {
        return db.select(KNOWS.USER_ID).from(KNOWS).where(KNOWS.SUBJECT_ID.eq(subject)).fetchOptional(row -> new UserId(row.value1()));
    }

    /** Nobody waits for someone who went home. */
    private boolean isAtWork(UserId person) {
        return db.fetchExists(PRESENCE, PRESENCE.USER_ID.eq(person.value()).and(PRESENCE.STATE.ne("offline")));
    }
}
