package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.STEP;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.ContactEvent.ContactAssigned;
import nl.hartslag.contacts.ContactEvent.ContactReleased;
import nl.hartslag.routing.Routing.Share;
import nl.hartslag.routing.internal.db.tables.records.StepRecord;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.routing.internal.rules.QueueChoice.Rule;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.Uuid7;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of a contact, written in the transaction in which it happens, so that a later question needs no guess. */
@Component
class Steps {
    private final DSLContext db;
    private final StoredFacts facts;

    Steps(DSLContext db, StoredFacts facts) {
        this.db = db;
        this.facts = facts;
    }

    /** Why this step was taken. Absent is what it does not know. @param why see {@code Explanations.Step} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Why(
            @Nullable String why,
            @Nullable String channel,
            @Nullable ReasonId reason,
            @Nullable String address,
            @Nullable Instant heldUntil,
            @Nullable UserId keptFor,
            @Nullable Instant keptUntil,
            @Nullable Double score,
            @Nullable Long waitedSeconds,
            @Nullable Integer ring,
            @Nullable PartnerId partner,
            @Nullable SiteId site,
            @Nullable Integer percent,
            @Nullable Integer got) {
        Why(
                @Nullable String why, @Nullable String channel, @Nullable ReasonId reason, @Nullable String address, @Nullable Instant heldUntil,
                @Nullable UserId keptFor, @Nullable Instant keptUntil, @Nullable Double score, @Nullable Long waitedSeconds, @Nullable Integer ring) {
            this(why, channel, reason, address, heldUntil, keptFor, keptUntil, score, waitedSeconds, ring, null, null, null, null);
        }
    }

    /** @param rule that led to the queue, if any @param heldUntil while its channel is closed */
    void placed(WaitingRecord row, Optional<Rule> rule, Optional<Instant> heldUntil) {
        write(row, "placed", row.getEnteredAt(), null, new Why(
                null, rule.flatMap(Rule::channel).orElse(null), rule.flatMap(Rule::reason).orElse(null),
                rule.flatMap(Rule::address).orElse(null), heldUntil.orElse(null), keptFor(row), row.getPreferredUntil(), null, null, null));
    }

    void returned(WaitingRecord row, ContactReleased news, Optional<Instant> heldUntil) {
        write(row, "returned", news.occurredAt(), news.from(), new Why(
                news.why(), null, null, null, heldUntil.orElse(null), keptFor(row), row.getPreferredUntil(), null, null, null));
    }

    void widened(WaitingRecord row, int ring, Instant at) {
        write(row, "widened", at, null, new Why(null, null, null, null, null, null, null, null, waited(row, at), ring));
    }

    /** @param got what it got of the day until then, in per cent @param next those before let it pass */
    void turn(WaitingRecord row, Share whose, Optional<Integer> got, boolean next, Instant at) {
        write(row, "turn", at, null, new Why(
                next ? "next" : null, null, null, null, null, null, null, null, waited(row, at), null,
                whose.partner().orElse(null), whose.site().orElse(null), whose.percent(), got.orElse(null)));
    }

    void stoodOut(WaitingRecord row, Instant at) {
        write(row, "stood_out", at, null, new Why(null, null, null, null, null, null, null, null, waited(row, at), null));
    }

    /** @param waited as it stood in the queue until now; absent when it did not */
    void assigned(ContactAssigned news, Optional<WaitingRecord> waited) {
        WaitingRecord row = waited.orElseGet(() -> {
            WaitingRecord unknown = new WaitingRecord();
            unknown.setContactId(news.contact().value());
            unknown.setQueueId(news.queue() == null ? null : news.queue().value());
            return unknown;
        });
        write(row, "assigned", news.occurredAt(), news.user(), new Why(
                how(news.user(), row), null, null, null, null, null, null, null,
                waited.map(each -> waited(each, news.occurredAt())).orElse(null), null));
    }

    /** He asked for the next, and this was it. Called right after it was assigned, in the same transaction. */
    void wasNext(ContactId contact, UserId user, double score) {
        of(contact).reversed().stream()
                .filter(step -> step.getKind().equals("assigned") && user.value().equals(step.getUserId()))
                .findFirst()
                .ifPresent(step -> {
                    Why why = facts.read(step.getFacts(), Why.class);
                    if (!"chosen".equals(why.why())) return;
                    step.setFacts(facts.of(new Why("next", null, null, null, null, null, null, score, why.waitedSeconds(), null)));
                    step.update();
                });
    }

    private static String how(UserId user, WaitingRecord row) {
        if (user.value().equals(row.getOfferedTo())) return "offer";
        return user.value().equals(row.getPreferredUser()) ? "by-name" : "chosen";
    }

    /** In the order in which they happened. */
    List<StepRecord> of(ContactId contact) {
        return db.selectFrom(STEP).where(STEP.CONTACT_ID.eq(contact.value())).orderBy(STEP.AT, STEP.ID).fetch();
    }

    private void write(WaitingRecord row, String kind, Instant at, @Nullable UserId user, Why why) {
        db.insertInto(STEP)
                .set(STEP.ID, Uuid7.next())
                .set(STEP.CONTACT_ID, row.getContactId())
                .set(STEP.AT, at)
                .set(STEP.KIND, kind)
                .set(STEP.QUEUE_ID, row.getQueueId())
                .set(STEP.USER_ID, user == null ? null : user.value())
                .set(STEP.FACTS, facts.of(why))
                .execute();
    }

    private static @Nullable UserId keptFor(WaitingRecord row) {
        return row.getPreferredUser() == null ? null : new UserId(row.getPreferredUser());
    }

    private static long waited(WaitingRecord row, Instant at) {
        return Math.max(0, Duration.between(row.getEnteredAt(), at).toSeconds());
    }
}
