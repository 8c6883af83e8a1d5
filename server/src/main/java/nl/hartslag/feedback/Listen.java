package nl.hartslag.feedback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.statistics.Share;
import org.jspecify.annotations.Nullable;

/** What all answers say together. Every number carries how many answers it rests on, and is absent when they are too few. */
public interface Listen {
    Overview overview(Access access, Filter filter);

    /** What customers wrote, newest first. */
    Page<ResponseView> words(Access access, Filter filter, Words words, @Nullable String cursor, int limit);

    /** Who was asked, who was not and why. Knows brand, queue and period only. */
    Asking asking(Access access, Filter filter);

    /** @param from first day; @param to last day, included (at most five years) */
    record Filter(
            LocalDate from,
            LocalDate to,
            Optional<BrandId> brand,
            Optional<String> channel,
            Optional<QueueId> queue,
            Optional<TeamId> team,
            Optional<String> country) {}

    /** @param search words that must all occur, by their beginnings */
    record Words(Optional<Integer> scoreFrom, Optional<Integer> scoreTo, Optional<Emotion> emotion, Optional<String> search) {}

    /**
     * @param histogram answers for 0 to 10; absent below ten answers
     * @param change    against the period of the same length before it; absent when either has too few answers
     * @param grain     {@code day}, {@code week} (from Monday) or {@code month}: the finest that gives points enough answers
     * @param countries side by side and never ranked: the same service scores differently in different countries
     */
    record Overview(
            Score score,
            @Nullable List<Long> histogram,
            @Nullable Change change,
            String grain,
            List<Point> trend,
            List<Country> countries,
            Choices choices) {}

    /** @param from first day of the point; one without answers has an {@code n} of 0 and no score */
    record Point(LocalDate from, Score score) {}

    record Country(@Nullable String country, Score score) {}

    /**
     * @param difference  in points, this period minus the one before
     * @param significant whether the difference is more than chance at 95 %
     * @param detectable  the smallest true difference that would be noticed four times out of five
     */
    @Schema(name = "ListenChange")
    record Change(double difference, double low, double high, boolean significant, double detectable, long earlierN) {}

    /** What there is to filter by in these brands. */
    @Schema(name = "ListenChoices")
    record Choices(List<String> channels, List<QueueId> queues, List<Team> teams, List<String> countries) {}

    @Schema(name = "ListenTeam")
    record Team(TeamId id, String name) {}

    /**
     * @param decided  solved cases in the period, each with one decision
     * @param outcomes how many for each {@link AskingOutcome}
     * @param sent     invitations that left in the period; {@code answered} and {@code bounced} are of those
     * @param responseRate answered ÷ (sent − bounced), with its 95 % interval; absent when nothing was delivered
     * @param days     invitations and answers per day of sending
     */
    @Schema(name = "ListenAsking")
    record Asking(
            long decided,
            Map<AskingOutcome, Long> outcomes,
            long sent,
            long bounced,
            long answered,
            long withdrawn,
            @Nullable Share responseRate,
            List<AskingDay> days) {}

    record AskingDay(LocalDate day, long sent, long answered) {}
}
