package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.GestureSettings.Choice;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.GestureChoiceId;
import nl.hartslag.shared.GestureId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What people give to customers beyond what these were owed: flowers, a voucher, money back. Within the giver's mandate it is given
 * at once; above it somebody with {@code gestures.approve} decides, unless the customer was told already: what was promised is
 * honoured, also above what it may cost, and talked about afterwards. What may not be seen is {@code gestures/not-found}.
 */
public interface Gestures {
    /** What may be given in this conversation, how far one's mandate and the team's month reach, and what was given here. */
    AtHand atHand(Access access, ConversationId conversation);

    /** Needs {@code contacts.handle}. The same {@code clientKey} in the same conversation is one gesture. */
    Gesture give(Access access, ConversationId conversation, NewGesture gesture);

    /**
     * Needs {@code gestures.approve}, and is somebody else's than the asker's ({@code gestures/own}). The same word twice is harmless;
     * refused with {@code gestures/settled} when it does not wait any more.
     *
     * @param word to the asker; needed when it is turned down
     */
    Gesture decide(Access access, GestureId gesture, boolean approved, @Nullable String word);

    /** By the giver: an ask as long as it waits, a gesture for a quarter of an hour; later it is {@code gestures/too-late}. */
    Gesture withdraw(Access access, GestureId gesture);

    /** What was given is not done after all; by the giver, or with {@code gestures.approve}. Harmless when repeated. */
    Gesture cancel(Access access, GestureId gesture, String why);

    /** It was talked about with the giver. Needs {@code gestures.view} and is never one's own. */
    Gesture talkedAbout(Access access, GestureId gesture, String note);

    Gesture gesture(Access access, GestureId gesture);

    /** Newest first: one's own, or with {@code gestures.view} everybody's. */
    Page<Gesture> list(Access access, GestureFilter filter, @Nullable String cursor, int limit);

    /** What was given among these, and what it cost. */
    Totals totals(Access access, GestureFilter filter);

    /** Of one customer, newest first, at most 20: what was given or is asked. */
    List<Gesture> of(Access access, CustomerId customer);

    Counts counts(Access access);

    /** The budgets of this month: with {@code gestures.view} of all teams, otherwise of one's own. */
    List<TeamMonth> month(Access access, Optional<BrandId> brand);

    @Schema(name = "GestureState")
    enum State {
        /** Above the mandate: somebody decides. */
        ASKED,
        GIVEN,
        TURNED_DOWN,
        /** Taken back by the giver before anything came of it. */
        WITHDRAWN,
        CANCELLED
    }

    @Schema(name = "GesturesShown")
    enum Shown {
        ALL,
        /** Waits for somebody to decide. */
        ASKED,
        GIVEN,
        /** Above the mandate, honoured since the customer was told, and not talked about yet. */
        TO_TALK,
        /** Turned down, taken back or cancelled. */
        ENDED
    }

    /**
     * @param amountMinor where the amount is free; above the most it may cost only what was promised
     * @param why         for colleagues, at most 500 characters
     * @param promised    the customer was told already
     */
    record NewGesture(GestureChoiceId choice, @Nullable Long amountMinor, String why, boolean promised, String clientKey) {}

    /**
     * @param mine         only one's own
     * @param aboveMandate only those above the mandate of their giver
     * @param search       in the names, the reasons given, the customer's name and the number of the case
     */
    record GestureFilter(
            boolean mine,
            Shown shown,
            Optional<BrandId> brand,
            Optional<TeamId> team,
            @Nullable Instant from,
            @Nullable Instant to,
            boolean aboveMandate,
            @Nullable String search) {}

    /**
     * @param mandateMinor the highest amount this person gives without asking
     * @param month        of the team whose budget it comes from; absent without team or budget
     */
    @Schema(name = "GesturesAtHand")
    record AtHand(String currency, long mandateMinor, @Nullable TeamMonth month, List<Choice> choices, List<Gesture> here) {}

    /** @param leftMinor below zero when overdrawn */
    record TeamMonth(BrandId brand, TeamId team, String teamName, String currency, long budgetMinor, long usedMinor, long leftMinor, int n) {}

    /** @param waiting asks that this person may decide; @param toTalk to be talked about, for whoever sees them; @param mineWaiting own asks */
    @Schema(name = "GestureCounts")
    record Counts(int waiting, int toTalk, int mineWaiting) {}

    /** @param cost per currency; @param causes the same by the department that made it necessary, dearest first */
    @Schema(name = "GestureTotals")
    record Totals(List<Cost> cost, List<CauseCost> causes) {}

    @Schema(name = "GestureCost")
    record Cost(String currency, long amountMinor, int n) {}

    /** @param nameNl absent while no cause is registered */
    @Schema(name = "GestureCauseCost")
    record CauseCost(@Nullable String nameNl, @Nullable String nameEn, String currency, long amountMinor, int n) {}

    /** @param words   as the customer is told; @param team whose budget it comes from */
    record Gesture(
            GestureId id,
            ConversationId conversation,
            CaseId caseId,
            long caseNumber,
            BrandId brand,
            @Nullable CustomerId customer,
            @Nullable String customerName,
            GestureSettings.Kind kind,
            String nameNl,
            String nameEn,
            long amountMinor,
            String currency,
            String words,
            String why,
            boolean promised,
            long mandateMinor,
            boolean aboveMandate,
            boolean overBudget,
            State state,
            UserId giver,
            @Nullable String giverName,
            @Nullable TeamId team,
            @Nullable String teamName,
            Instant askedAt,
            @Nullable Instant givenAt,
            @Nullable Said decided,
            @Nullable Said ended,
            @Nullable Said talked,
            @Nullable NextOrder nextOrder,
            May may) {}

    /** Who did it, when, and what he said to it. */
    @Schema(name = "GestureSaid")
    record Said(Instant at, @Nullable String by, @Nullable String words) {}

    @Schema(name = "OrderAfterGesture")
    record NextOrder(String number, Instant at, long totalMinor, String currency) {}

    /** What this person may do with it now. */
    @Schema(name = "GestureMay")
    record May(boolean decide, boolean withdraw, boolean cancel, boolean talk) {}
}
