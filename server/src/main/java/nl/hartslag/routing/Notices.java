package nl.hartslag.routing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.NoticeId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** What is said to people on the floor. It stands on each one's screen until he says that he read it. */
public interface Notices {
    /**
     * Needs {@code contacts.assign}; of a partner to its own people only. Refused with {@code routing/notice-to-nobody} when nobody is
     * meant: a team without people, a queue with nobody there.
     */
    NoticeId send(Access access, NewNotice notice);

    /** A helping hand asks the coach. Refused with {@code routing/no-coach} when he has none. */
    NoticeId askCoach(Access access, String words, @Nullable ConversationId about);

    /** What I have not read, the oldest first. */
    List<Notice> unread(Access access);

    /** Harmless when repeated, and for what is not mine. */
    void read(Access access, NoticeId id);

    /** What I sent in the last day, the newest first, at most 50, with who read it. */
    List<Sent> sent(Access access);

    /** The teams one may write to: of a partner its own. Needs {@code contacts.assign}. */
    List<Team> teams(Access access);

    @Schema(name = "NoticeTeam")
    record Team(TeamId id, String name) {}

    /** @param words at most 500 characters; exactly one of the others is there @param queue everyone who is there and does its work */
    record NewNotice(String words, @Nullable TeamId team, @Nullable QueueId queue, @Nullable UserId person) {}

    /** @param by the name of who sent it @param kind {@code team}, {@code queue}, {@code person} or {@code coach} @param to the name of the team or queue */
    record Notice(NoticeId id, String by, String kind, String to, String words, @Nullable ConversationId conversation, Instant sentAt) {}

    /** @param unread the names of who did not read it yet */
    @Schema(name = "NoticeSent")
    record Sent(NoticeId id, String kind, String to, String words, Instant sentAt, int readers, List<String> unread) {}
}
