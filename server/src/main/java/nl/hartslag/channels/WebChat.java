package nl.hartslag.channels;

import io.swagger.v3.oas.annotations.media.Schema;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.AttachmentContent;
import nl.hartslag.contacts.WaitingTimes.Waiting;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.UploadId;
import org.jspecify.annotations.Nullable;

/** The visitor's side of the web chat; what each call means stands in docs/widget-protocol.md. */
public interface WebChat {
    /**
     * Starts a visit, or goes on with the visitor of this token.
     *
     * @throws nl.hartslag.platform.problem.Problem {@code webchat/unknown-widget}, {@code webchat/identity}
     */
    Visit visit(String widgetKey, Optional<String> token, String language, @Nullable Identity identity);

    /** Who calls. @throws nl.hartslag.platform.problem.Problem {@code webchat/unknown-visitor} */
    Visitor visitor(String widgetKey, Optional<String> token);

    /** Begins a conversation, or joins the one that is open. @throws nl.hartslag.platform.problem.Problem {@code webchat/closed} */
    Sent begin(Visitor visitor, Beginning beginning);

    /** @throws nl.hartslag.platform.problem.Problem {@code webchat/no-conversation} */
    Sent send(Visitor visitor, String clientKey, String text, List<UploadId> files);

    /** A question that is answered by e-mail. @return by when */
    Instant mail(Visitor visitor, Beginning question);

    /** Messages after a number of the current conversation; of all of it when {@code conversation} is another one. */
    Missed missed(Visitor visitor, Optional<ConversationId> conversation, int after);

    void typing(Visitor visitor);

    void read(Visitor visitor, int seq);

    void end(Visitor visitor);

    FileView upload(Visitor visitor, String name, byte[] bytes);

    AttachmentContent file(Visitor visitor, AttachmentId id);

    /** @param proven the shop signed who this is */
    record Visitor(java.util.UUID id, nl.hartslag.shared.AccountId widget, boolean proven) {}

    /** @param signature hex HMAC-SHA-256 of {@code userId|email} under the widget's secret */
    @Schema(name = "VisitorIdentity")
    record Identity(
            @Nullable String userId, @Nullable String email, @Nullable String name, String signature) {}

    record Beginning(
            String clientKey,
            Optional<nl.hartslag.shared.ReasonId> reason,
            @Nullable String name,
            @Nullable String email,
            String text,
            String language,
            List<UploadId> files) {}

    /** @param message absent when it is stored and is placed a moment later; @param repeated the same key came before */
    record Sent(@Nullable MessageOut message, @Nullable ChatState conversation, boolean repeated) {}

    record Missed(List<MessageOut> items, @Nullable ChatState conversation) {}

    /** @param token only when the visitor is new; @param transcripts the visitor may keep a copy of what was said */
    record Visit(
            @Nullable String token,
            boolean proven,
            @Nullable String name,
            String brand,
            String language,
            Look look,
            boolean open,
            @Nullable Instant closesAt,
            @Nullable Instant opensAt,
            @JsonProperty("wait") @Nullable Waiting waiting,
            Instant answerBy,
            Form form,
            Limits limits,
            boolean transcripts,
            @Nullable ChatState conversation) {}

    @Schema(name = "WidgetLook")

    record Look(String accent, String position) {}

    record Form(List<FormReason> reasons, boolean name, boolean email) {}

    /** @param parent the wider reason it belongs to, when that one can be chosen too */
    record FormReason(nl.hartslag.shared.ReasonId id, String label, nl.hartslag.shared.@Nullable ReasonId parent) {}

    record Limits(int text, long fileBytes, List<String> fileTypes, int filesPerMessage) {}

    /**
     * @param agent    first name of who is there
     * @param answerBy by when we promised to answer, while the visitor waits for a person
     * @param endedBy  {@code agent}, {@code visitor} or {@code idle}
     */
    record ChatState(
            ConversationId id,
            String state,
            @Nullable String agent,
            @JsonProperty("wait") @Nullable Waiting waiting,
            @Nullable Instant answerBy,
            int lastSeq,
            int readByAgent,
            int readByVisitor,
            int unread,
            @Nullable String endedBy,
            Instant startedAt) {}

    /** @param from {@code visitor}, {@code agent} or {@code system} */
    record MessageOut(
            int seq,
            nl.hartslag.shared.MessageId id,
            String from,
            String name,
            Instant at,
            String text,
            @Nullable String clientKey,
            List<FileView> files) {}

    record FileView(java.util.UUID id, String name, String type, long size) {}
}
