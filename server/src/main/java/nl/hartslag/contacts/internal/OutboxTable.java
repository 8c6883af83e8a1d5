package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.ConversationView.Part;
import nl.hartslag.contacts.ConversationView.Recipient;
import nl.hartslag.contacts.internal.db.tables.Outbox;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.contacts.internal.db.tables.records.OutboxRecord;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.Wake;
import nl.hartslag.platform.database.Batches;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What leaves, as rows. A worker claims a row by a lease that it renews while it sends; only when the lease has run out,
 * because its process died, does another take over.
 */
@Component
class OutboxTable {
    static final Duration LEASE = Duration.ofSeconds(30);
    /** Longer than this nothing waits for what is more urgent. */
    static final Duration WAITS_AT_MOST = Duration.ofMinutes(1);
    private final DSLContext db;
    private final Clock clock;
    private final Wake wake = new Wake();

    OutboxTable(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Wake wake() {
        return wake;
    }

    /** What a person wrote, to those whom he saw above it. */
    void add(ConversationRecord conversation, MessageRecord message, List<Recipient> recipients, Instant notBefore) {
        OutboxRecord row = row(conversation, message, notBefore, conversation.getChannel(), false);
        row.setToAddresses(addresses(recipients, Part.TO));
        row.setCcAddresses(addresses(recipients, Part.CC));
        row.setBccAddresses(addresses(recipients, Part.BCC));
        add(List.of(row));
    }

    static String[] addresses(List<Recipient> recipients, Part part) {
        return recipients.stream().filter(one -> one.part() == part).map(Recipient::address).toArray(String[]::new);
    }

    /**
     * @param channel by which it leaves, which may be another than the conversation's
     * @param canWait whether it may leave a moment later when there is more urgent work
     */
    OutboxRecord row(ConversationRecord conversation, MessageRecord message, Instant notBefore, String channel, boolean canWait) {
        OutboxRecord row = new OutboxRecord();
        row.setMessageId(message.getId());
        row.setConversationId(conversation.getId());
        row.setBrandId(conversation.getBrandId());
        row.setChannel(channel);
        row.setState("pending");
        row.setCanWait(canWait);
        row.setNotBefore(notBefore);
        row.setNextTryAt(notBefore);
        row.setCreatedAt(clock.instant());
        return row;
    }

    /** Rows of one conversation leave in this order. */
    void add(List<OutboxRecord> rows) {
        Batches.insert(db, rows);
        AfterCommit.once(this, wake::call);
    }

    /**
     * Takes messages that may leave, in their order: each the first of its conversation, of those whose moment has come.
     *
     * @param urgentOnly leaves what can wait for later, if it does not wait too long already
     */
    @Transactional
    public List<OutboxRecord> claim(UUID node, Collection<String> channels, int most, boolean urgentOnly) {
        Instant now = clock.instant();
        Outbox other = OUTBOX.as("other");
        Condition first = DSL.notExists(DSL.selectOne()
                .from(other)
                .where(other.CONVERSATION_ID.eq(OUTBOX.CONVERSATION_ID))
                .and(other.STATE.in("pending", "sending"))
                .and(other.ID.lt(OUTBOX.ID).and(other.NOT_BEFORE.le(now))
                        // one that came later may be leaving already when the moment of an earlier one comes
                        .or(other.ID.gt(OUTBOX.ID).and(other.STATE.eq("sending")).and(other.CLAIMED_UNTIL.ge(now))))
                // what goes to a department goes its own way
                .and(OUTBOX.CONSULT_ID.isNotDistinctFrom(other.CONSULT_ID)));
        Condition urgent = urgentOnly ? urgent(other, now) : DSL.noCondition();
        Condition free = OUTBOX.STATE.eq("pending").or(OUTBOX.STATE.eq("sending").and(OUTBOX.CLAIMED_UNTIL.lt(now)));
        return db.update(OUTBOX)
                .set(OUTBOX.STATE, "sending")
                .set(OUTBOX.CLAIMED_BY, node)
                .set(OUTBOX.CLAIMED_UNTIL, now.plus(LEASE))
                .set(OUTBOX.ATTEMPTS, OUTBOX.ATTEMPTS.plus(1))
                .where(OUTBOX.ID.eq(DSL.any(DSL.array(DSL.select(OUTBOX.ID)
                        .from(OUTBOX)
                        .where(free)
                        .and(OUTBOX.STATE.in("pending", "sending"))
                        .and(OUTBOX.NEXT_TRY_AT.le(now))
                        .and(OUTBOX.CHANNEL.in(channels))
                        .and(urgent)
                        .and(first)
                        .orderBy(OUTBOX.NEXT_TRY_AT, OUTBOX.ID)
                        .limit(most)
                        .forUpdate()
                        .skipLocked()))))
                .returning()
                .fetch()
                .sortAsc(Comparator.comparing(OutboxRecord::getNextTryAt).thenComparing(OutboxRecord::getId));
    }

    /** What cannot wait, what waited long enough, and what an answer in the same conversation waits for. */
    private static Condition urgent(Outbox other, Instant now) {
        Outbox urgent = OUTBOX.as("urgent");
        Condition open = other.STATE.in("pending", "sending");
        // each of the three finds its rows by an index, once, however many can wait
        return OUTBOX.ID.eq(DSL.any(DSL.array(DSL.select(other.ID).from(other).where(open).and(other.CAN_WAIT.isFalse())
                .unionAll(DSL.select(other.ID).from(other).where(open).and(other.NEXT_TRY_AT.le(now.minus(WAITS_AT_MOST))))
                .unionAll(DSL.select(other.ID).from(urgent)
                        .join(other).on(other.CONVERSATION_ID.eq(urgent.CONVERSATION_ID)).and(open).and(other.ID.lt(urgent.ID))
                        .where(urgent.STATE.eq("pending").and(urgent.CAN_WAIT.isFalse()))))));
    }

    void renew(UUID node, Collection<Long> inHand) {
        if (inHand.isEmpty()) return;
        db.update(OUTBOX)
                .set(OUTBOX.CLAIMED_UNTIL, clock.instant().plus(LEASE))
                .where(OUTBOX.ID.in(List.copyOf(inHand)))
                .and(OUTBOX.STATE.eq("sending"))
                .and(OUTBOX.CLAIMED_BY.eq(node))
                .execute();
    }

    /** @return false when the lease was lost meanwhile and another decides */
    boolean sent(OutboxRecord row) {
        return settle(row, "sent", null) == 1;
    }

    boolean dead(OutboxRecord row, String error) {
        return settle(row, "dead", error) == 1;
    }

    private int settle(OutboxRecord row, String state, @Nullable String error) {
        return db.update(OUTBOX)
                .set(OUTBOX.STATE, state)
                .set(OUTBOX.SENT_AT, state.equals("sent") ? clock.instant() : null)
                .set(OUTBOX.ERROR, error)
                .set(OUTBOX.TROUBLE, state.equals("dead") ? "failed" : null)
                .set(OUTBOX.TROUBLE_AT, state.equals("dead") ? clock.instant() : null)
                .setNull(OUTBOX.CLAIMED_BY)
                .setNull(OUTBOX.CLAIMED_UNTIL)
                .where(mine(row))
                .execute();
    }

    boolean later(OutboxRecord row, Instant nextTry, String error) {
        return db.update(OUTBOX)
                .set(OUTBOX.STATE, "pending")
                .set(OUTBOX.NEXT_TRY_AT, nextTry)
                .set(OUTBOX.ERROR, error)
                .set(OUTBOX.TROUBLE, "retrying")
                .set(OUTBOX.TROUBLE_AT, DSL.coalesce(OUTBOX.TROUBLE_AT, DSL.val(clock.instant(), OUTBOX.TROUBLE_AT)))
                .setNull(OUTBOX.CLAIMED_BY)
                .setNull(OUTBOX.CLAIMED_UNTIL)
                .where(mine(row))
                .execute() == 1;
    }

    /** It left and came back. */
    Optional<OutboxRecord> bounced(UUID message, @Nullable String why) {
        return db.update(OUTBOX)
                .set(OUTBOX.TROUBLE, "bounced")
                .set(OUTBOX.TROUBLE_AT, clock.instant())
                .set(OUTBOX.ERROR, why)
                .where(OUTBOX.MESSAGE_ID.eq(message))
                .and(OUTBOX.STATE.eq("sent"))
                .and(OUTBOX.TROUBLE.isNull())
                .returning()
                .fetchOptional();
    }

    /** A person decided that it shall be tried again, now. */
    boolean again(OutboxRecord row) {
        Instant now = clock.instant();
        boolean waiting = row.getState().equals("pending");
        boolean taken = db.update(OUTBOX)
                .set(OUTBOX.STATE, "pending")
                .set(OUTBOX.ATTEMPTS, waiting ? row.getAttempts() : 0)
                .set(OUTBOX.NOT_BEFORE, now)
                .set(OUTBOX.NEXT_TRY_AT, now)
                .setNull(OUTBOX.SENT_AT)
                .setNull(OUTBOX.ERROR)
                .setNull(OUTBOX.TROUBLE)
                .setNull(OUTBOX.TROUBLE_AT)
                .setNull(OUTBOX.GIVEN_UP_BY)
                .where(OUTBOX.ID.eq(row.getId()))
                .and(OUTBOX.STATE.eq(row.getState()))
                .and(OUTBOX.TROUBLE.isNotNull())
                .execute() == 1;
        if (taken) AfterCommit.once(this, wake::call);
        return taken;
    }

    boolean giveUp(OutboxRecord row, UserId by) {
        return db.update(OUTBOX)
                .set(OUTBOX.STATE, row.getState().equals("pending") ? "dead" : row.getState())
                .set(OUTBOX.TROUBLE, "given_up")
                .set(OUTBOX.TROUBLE_AT, clock.instant())
                .set(OUTBOX.GIVEN_UP_BY, by.value())
                .where(OUTBOX.ID.eq(row.getId()))
                .and(OUTBOX.STATE.eq(row.getState()))
                .and(OUTBOX.TROUBLE.in("retrying", "failed", "bounced"))
                .execute() == 1;
    }

    private static Condition mine(OutboxRecord row) {
        return OUTBOX.ID.eq(row.getId())
                .and(OUTBOX.STATE.eq("sending"))
                .and(OUTBOX.CLAIMED_BY.eq(row.getClaimedBy()))
                .and(OUTBOX.ATTEMPTS.eq(row.getAttempts()));
    }

    Optional<Instant> nextTry(Collection<String> channels) {
        return db.select(DSL.min(OUTBOX.NEXT_TRY_AT))
                .from(OUTBOX)
                .where(OUTBOX.STATE.eq("pending"))
                .and(OUTBOX.CHANNEL.in(channels))
                .fetchOptional(0, Instant.class);
    }
}
