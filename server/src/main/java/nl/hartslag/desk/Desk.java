package nl.hartslag.desk;

import java.util.List;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;

/** The door of the desk: what agents have on screen. Whatever changes something goes through contacts and routing. */
public interface Desk {
    int MOST_ROWS = 100;
    int MOST_MESSAGES = 100;

    /** @param limit at most {@link #MOST_ROWS} */
    Page<DeskRow> list(Access access, DeskList list, @Nullable String cursor, int limit);

    /** @param limit at most {@link #MOST_ROWS} */
    DeskFound find(Access access, DeskSearch search, @Nullable String cursor, int limit);

    DeskCounts counts(Access access);

    /** @throws nl.hartslag.platform.problem.Problem {@code contacts/not-found}, also when it may not be seen */
    OpenConversation open(Access access, ConversationId conversation);

    /** Messages before a sequence number, oldest first. */
    List<MessageView> earlierMessages(Access access, ConversationId conversation, int beforeSeq, int limit);

    /** Messages after a sequence number, oldest first: what came while the screen was open. */
    List<MessageView> newerMessages(Access access, ConversationId conversation, int afterSeq);

    /** This person has the conversation on screen, and perhaps types an answer to the customer; repeated while it is so, forgotten after 45 seconds. */
    void watch(Access access, ConversationId conversation, boolean typing);

    void leave(Access access, ConversationId conversation);
}
