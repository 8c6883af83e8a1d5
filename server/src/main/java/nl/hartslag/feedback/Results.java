package nl.hartslag.feedback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What customers said about the work of one person. Words and single scores are one's own from the first day; a score
 * over many answers stays off until its purpose, the agreement about it and a minimum are recorded.
 */
public interface Results {
    /** One's own, newest first. */
    Page<ResponseView> own(Access access, @Nullable String cursor, int limit);

    PersonalScore ownScore(Access access, LocalDate from, LocalDate to);

    /**
     * Colleagues whose score this person may see, by name: those in the same team, or with {@code personal-scores.all} everybody
     * of the brand. Without their scores: whoever wants to know looks at one person, and that one hears of it.
     */
    List<Colleague> colleagues(Access access);

    /**
     * The score of one of {@link #colleagues}; the viewing is recorded and that person can see it. Needs
     * {@code personal-scores.view}, and is refused with {@code feedback/personal-scores-off} while nothing is recorded, and with
     * {@code feedback/not-your-colleague} for anybody else.
     */
    PersonalScore scoreOf(Access access, UserId person, LocalDate from, LocalDate to);

    /** Who looked at one's own score, newest first. */
    Page<Viewing> viewings(Access access, @Nullable String cursor, int limit);

    Optional<PersonalScoreRule> rule();

    /** Switches personal scores on, or off when empty; recorded in the audit log. */
    void record(Access access, Optional<PersonalScoreRule> rule);

    /** @param state {@code off}, {@code too_few} or {@code shown}; @param score absent while off */
    record PersonalScore(String state, @Nullable Integer minimumN, @Nullable Score score) {}

    /** @param teams their names */
    @Schema(name = "ScoredColleague")
    record Colleague(UserId id, String name, List<String> teams) {}

    record Viewing(String viewer, Instant at) {}

    /**
     * @param purpose what it is for, such as coaching
     * @param agreedWith with whom it was agreed, such as the works council, with a reference
     * @param minimumN answers below which nothing shows; at least 10
     */
    record PersonalScoreRule(String purpose, String agreedWith, LocalDate agreedOn, int minimumN) {}
}
