package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.statistics.Disclosure;
import nl.hartslag.shared.statistics.Share;
import org.jspecify.annotations.Nullable;

/**
 * What people promised to customers: "I call you back on Tuesday before noon". A promise has an owner and a moment, comes back as
 * work in time, and ends with an outcome; a case is not solved before. What may not be seen is {@code promises/not-found}.
 */
public interface GivenPromises {
    /** Needs {@code contacts.handle}. The same {@code clientKey} in the same conversation is one promise. */
    PromiseId give(Access access, ConversationId conversation, NewPromise promise);

    /**
     * What is promised most, at moments of now: by the calendar in which a promise by rule to this customer counts. At most four, each while its
     * calendar is open; nothing when that does not open within a year. Needs {@code contacts.handle}.
     */
    List<Usual> usual(Access access, ConversationId conversation);

    /**
     * Says what became of it. Once late it counts as kept too late. Harmless when repeated; refused with {@code promises/settled} when
     * somebody said something else.
     *
     * @param why needed when it was not kept, and when the customer no longer needs what is late already
     */
    void settle(Access access, PromiseId promise, Outcome outcome, @Nullable String why);

    /** Takes an outcome back. Harmless when it has none. */
    void reopen(Access access, PromiseId promise);

    /**
     * Another moment, kept with the one before and why. What was late stays so in the figures. Refused when settled. Harmless when it
     * changes nothing; that the customer agrees after all does.
     */
    void move(Access access, PromiseId promise, NewMoment moment);

    /** Somebody else keeps it. Refused when settled. */
    void handOver(Access access, PromiseId promise, UserId owner);

    /** Who may be given it. */
    List<People.User> receivers(Access access, PromiseId promise);

    /** Open ones by when they are due, settled ones newest first. */
    Page<GivenPromise> list(Access access, PromiseFilter filter, @Nullable String cursor, int limit);

    Counts counts(Access access);

    /** The share that was kept in time of what was due in a period that has gone by; what was withdrawn does not count. */
    KeptInTime keptInTime(Access access, Optional<BrandId> brand, Instant from, Instant to);

    /**
     * What is promised to the customers of each queue of a brand, by the queue that a contact is in now. Needs {@code live.view}.
     *
     * @param from since when answers count that were due before {@code now}: exactly those of {@link #keptInTime}
     * @param soon what is due from {@code now} until then counts as due soon
     */
    Map<QueueId, OfQueue> ofQueues(Access access, BrandId brand, Instant from, Instant now, Instant soon);

    /**
     * How the answers to the customers of each queue of a brand turned out in a period: each counts once, at the moment at which it was clear
     * whether it is in time. What is counted, and what counts as kept, is as in {@link #keptInTime}. Needs {@code live.view}.
     */
    Map<QueueId, Decided> decided(Access access, BrandId brand, Instant from, Instant to);

    /** What is to be done. */
    @Schema(name = "PromiseAct")
    enum Act {
        CALL_BACK,
        WRITE_BACK,
        REFUND,
        SEND,
        OTHER
    }

    @Schema(name = "PromiseOutcome")
    enum Outcome {
        KEPT,
        BROKEN,
        /** The customer no longer needs it; what we could not do is broken. */
        WITHDRAWN
    }

    enum Whose {
        MINE,
        TEAM,
        ALL
    }

    @Schema(name = "PromisesShown")
    enum Shown {
        /** Still to be kept, late or not. */
        OPEN,
        LATE,
        DONE
    }

    /**
     * @param words as the customer was told, at most 500 characters
     * @param from  from when, where a span is promised
     * @param owner who keeps it; whoever gives it when absent
     */
    record NewPromise(Act act, String words, @Nullable Instant from, Instant due, @Nullable UserId owner, String clientKey) {}

    /**
     * @param from   from when, where a span is promised
     * @param agreed whether the customer knows and agrees; else a later moment leaves it counted by the one he was told before
     * @param words  why, at most 500 characters; needed unless the customer agreed
     */
    record NewMoment(@Nullable Instant from, Instant due, boolean agreed, @Nullable String words) {}

    /** @param from from when, where a span is promised */
    @Schema(name = "UsualPromise")
    record Usual(Act act, @Nullable Instant from, Instant due) {}

    /** @param search in its words, the customer's name and the case's number */
    record PromiseFilter(Whose whose, Shown shown, Optional<BrandId> brand, @Nullable String search) {}

    /** @param mayHandle whether this person may say what became of it */
    record GivenPromise(
            PromiseId id,
            ConversationId conversation,
            CaseId caseId,
            long caseNumber,
            BrandId brand,
            String subject,
            @Nullable String customerName,
            Act act,
            String words,
            @Nullable Instant from,
            Instant dueAt,
            Instant madeAt,
            UserId owner,
            @Nullable String ownerName,
            String state,
            int moved,
            @Nullable Instant settledAt,
            @Nullable String why,
            boolean mayHandle) {}

    /** @param mine open and mine; @param mineLate of those, too late */
    @Schema(name = "PromiseCounts")
    record Counts(int mine, int mineLate) {}

    /**
     * @param answers  answers in the time that was told to the customer; absent below ten
     * @param promises what people promised; absent below ten
     */
    record KeptInTime(Kept answers, Kept promises) {}

    /**
     * @param answers of what was due
     * @param late    of all that is promised, what should have been kept already
     * @param dueSoon of all that is promised, what is due next
     */
    @Schema(name = "PromisesOfQueue")
    record OfQueue(Kept answers, int late, int dueSoon) {
        public static final OfQueue NOTHING = new OfQueue(new Kept(0, null), 0, 0);
    }

    /** @param kept of them, in time @param n how many turned out */
    record Decided(int kept, int n) {
        public static final Decided NOTHING = new Decided(0, 0);

        public Decided and(Decided other) {
            return new Decided(kept + other.kept, n + other.n);
        }

        /** As a share, which is absent below ten. */
        public Kept share() {
            return new Kept(n, Disclosure.of(n) == Disclosure.SCORE ? Share.of(kept, n).orElseThrow() : null);
        }
    }

    /**
     * @param n     how many were due
     * @param share of those, kept in time, in percent with its 95 % interval; absent below ten
     */
    record Kept(long n, @Nullable Share share) {}
}
