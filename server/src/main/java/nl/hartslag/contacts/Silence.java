package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.SubStateId;
import org.jspecify.annotations.Nullable;

/**
 * The door of silence: cases that wait for a customer who does not answer. He is reminded once, by mail, and told the day on which the
 * case is solved; then it is. What could not be announced is never solved. All of it within opening hours, and never over a promise, a
 * question to a department or work in hand.
 */
public interface Silence {
    /** What a brand chose; when it chose nothing yet, off with the usual words. Needs {@code organisation.configure}. */
    Settings of(Access access, BrandId brand);

    /**
     * Needs {@code organisation.configure}; audited. Refused with {@code silence/changed} when somebody changed it after the version
     * that was opened. Who was told a day keeps it.
     *
     * @param waitingToo what waits when it is switched on counts too, from that moment; else only what begins to wait later
     */
    void set(Access access, BrandId brand, Settings wanted, boolean waitingToo);

    /** What this would do to what waits now. Needs {@code organisation.configure}. */
    Preview preview(Access access, BrandId brand, int remindDays, int solveDays);

    /** Of the last thirty days. Needs {@code organisation.configure}. */
    Figures figures(Access access, BrandId brand);

    /**
     * Keeps a case from being reminded and solved by rule for as long as it waits now, or lets it be again; when its moment went by
     * meanwhile, the days begin anew. Needs {@code contacts.handle}. Refused with {@code silence/not-waiting} when it does not wait by rule any
     * more. Harmless when repeated.
     */
    void leaveOpen(Access access, CaseId id, boolean leftOpen);

    /**
     * @param remindDays   after how many days of waiting the reminder goes, 1 to 90
     * @param solveDays    after how many days from the reminder the case is solved, 1 to 90
     * @param mostPerDay   reminders of one day; the others follow on the next
     * @param remindNl     with {@code {date}}; also {@code {greeting}}, {@code {subject}}, {@code {closing}}, {@code {brand}}
     * @param tellsClosing whether a message says that the case was solved
     * @param asksFeedback whether those customers may be asked how it went
     * @param exempt       sub-states in which a case is left alone
     * @param version      rises with every change
     */
    @Schema(name = "SilenceSettings")
    record Settings(
            boolean active,
            int remindDays,
            int solveDays,
            int mostPerDay,
            String remindNl,
            String remindEn,
            boolean tellsClosing,
            String closingNl,
            String closingEn,
            boolean asksFeedback,
            List<SubStateId> exempt,
            int version) {
        public Settings {
            exempt = List.copyOf(exempt);
        }
    }

    /**
     * @param waiting     cases that wait for the customer, in no sub-state that is left alone
     * @param unreachable of those, whose customer no mail reaches
     * @param remindsOn   the day of the first reminder to one of those that wait, when all of them count from now
     * @param solvesOn    the day on which the first of them is solved
     * @param remindsSoon how many are reminded within a day, by what holds now; 0 while it is off
     * @param solvesSoon  how many are solved within a day, by what holds now
     */
    @Schema(name = "SilencePreview")
    record Preview(int waiting, int unreachable, LocalDate remindsOn, LocalDate solvesOn, int remindsSoon, int solvesSoon) {}

    /**
     * @param reminded how many reminders went
     * @param answered of those, after how many the customer wrote himself
     * @param solved   how many cases were solved by rule
     * @param reopened of those, how many came back within seven days
     */
    @Schema(name = "SilenceFigures")
    record Figures(int reminded, int answered, int solved, int reopened) {}

    /** How far it is with a case. {@code SOLVED}: by rule, because no answer came. */
    @Schema(name = "SilenceStage")
    enum Stage { WAITS, REMINDED, LEFT_OPEN, SOLVED }

    /** Why nothing is sent or solved now; looked at again every day. */
    @Schema(name = "SilenceObstacle")
    enum Obstacle { PROMISE, QUESTION, ANSWER_PLANNED, IN_HAND, SUB_STATE, NO_ADDRESS, NOT_DELIVERED, ON_ITS_WAY }

    /**
     * @param remindAt   when the reminder goes, or went
     * @param solveAt    when it is solved if nothing comes, or was solved
     * @param leftOpenBy who wanted it left alone
     */
    @Schema(name = "SilenceOfCase")
    record OfCase(Stage stage, Instant remindAt, Instant solveAt, @Nullable Obstacle obstacle, @Nullable String leftOpenBy) {}
}
