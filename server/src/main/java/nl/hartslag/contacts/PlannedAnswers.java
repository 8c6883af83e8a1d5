package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PlannedAnswerId;
import nl.hartslag.shared.UploadId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Answers by mail that leave later: a moment, in which they can be taken back, or at a moment that was chosen. What is refused when its moment
 * comes is stopped and keeps its words until somebody takes them back.
 */
public interface PlannedAnswers {
    enum State { PLANNED, SENT, TAKEN_BACK, STOPPED }

    /** Why an answer did not leave. */
    enum Why {
        /** The customer wrote after it was planned. */
        CUSTOMER_WROTE,
        /** A colleague or a department answered after it was planned. */
        ANSWERED_MEANWHILE,
        TRANSFERRED,
        /** A colleague has the contact in hand. */
        OTHER_HANDS,
        SOLVED,
        /** Its author may not answer here any more. */
        NOT_ALLOWED,
        REFUSED
    }

    /**
     * Plans an answer, with the checks of {@link Contacts#reply}, or sends it at once: what is no mail, and what nobody wants to take back.
     * The same {@code clientKey} twice is one answer.
     *
     * @param sendAt      absent for at once, but for the moment in which it can be taken back
     * @param takeBackFor that moment; absent for the usual one
     */
    OnItsWay plan(Access access, ConversationId conversation, Reply reply, @Nullable Instant sendAt, @Nullable Duration takeBackFor);

    /**
     * Takes an answer back that has not left, or was stopped; its words and files are for whoever does it, its words before what he is writing
     * here already. When nobody has the contact by then, it comes back. Harmless when repeated by him.
     *
     * @param away the words are not wanted any more
     * @throws nl.hartslag.platform.problem.Problem {@code planned-answers/left} when it was sent, {@code planned-answers/taken-back} when somebody else was first
     */
    TakenBack takeBack(Access access, PlannedAnswerId id, boolean away);

    /** Sends a planned answer now, in the name of its author. Harmless when it was sent. */
    void sendNow(Access access, PlannedAnswerId id);

    /** What is still to leave, and what was stopped and not taken back, in the order of their moments. */
    List<PlannedAnswer> of(Access access, ConversationId conversation);

    /** When an answer here is usually sent later, first the soonest: by the clock of the brand, and when it opens for mail. */
    List<SendingMoment> moments(Access access, ConversationId conversation);

    enum MomentKind { IN_AN_HOUR, AFTERNOON, NEXT_MORNING, NEXT_WEEK }

    record SendingMoment(MomentKind kind, Instant at) {}

    /** @param planned as it stands; absent when it was sent at once @param sent when it was sent at once */
    @Schema(name = "AnswerOnItsWay")
    record OnItsWay(@Nullable PlannedAnswer planned, @Nullable Written sent) {}

    /**
     * @param clientKey that of the screen which planned it
     * @param addressees whom its author chose; absent for those who get every answer
     * @param later at a moment that was chosen; else it only waits until it can no longer be taken back
     * @param why   it was stopped
     */
    @Schema(name = "PlannedAnswer")
    record PlannedAnswer(
            PlannedAnswerId id,
            ConversationId conversation,
            UserId author,
            String authorName,
            String clientKey,
            String text,
            List<PlannedFile> files,
            @Nullable Addressees addressees,
            boolean later,
            Instant plannedAt,
            Instant sendAt,
            State state,
            @Nullable Why why) {}

    @Schema(name = "PlannedFile")
    record PlannedFile(UploadId id, String name, long size) {}

    /** @param seenSeq up to where whoever wrote it had read */
    @Schema(name = "AnswerTakenBack")
    record TakenBack(String text, List<PlannedFile> files, int seenSeq, @Nullable Addressees addressees) {}
}
