package nl.hartslag.channels.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.hartslag.channels.WebChat;
import nl.hartslag.channels.WebChat.Visitor;
import nl.hartslag.channels.internal.webchat.ChatStream;
import nl.hartslag.contacts.AttachmentContent;
import nl.hartslag.platform.security.AllowedAnyone;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.ConversationId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What flows to a visitor: news as long as the connection lasts, and files. */
@RestController
@Tag(name = "Web chat (visitors)")
class WidgetStreamController {
    private static final String WHY = "a visitor of a web shop has no account; the visitor's own token says who calls";
    private final WebChat chat;
    private final ChatStream stream;
    private final WidgetRequest requests;

    WidgetStreamController(WebChat chat, ChatStream stream, WidgetRequest requests) {
        this.chat = chat;
        this.stream = stream;
        this.requests = requests;
    }

    @Operation(summary = "Follow the conversation, as server-sent events",
            description = "Messages carry their number as id; send the last one in Last-Event-ID (or `after`) to go on from there")
    @AllowedAnyone(WHY)
    @GetMapping(value = "/api/widget/{key}/stream", produces = "text/event-stream")
    void follow(@PathVariable String key, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
                @Parameter(description = "The number of the last message that was seen") @RequestParam(required = false) @Nullable Integer after,
                @Parameter(description = "Of this conversation; without, of the newest") @RequestParam Optional<ConversationId> conversation,
                HttpServletRequest request, HttpServletResponse response) throws IOException {
        requests.checkOrigin(key, request);
        Visitor visitor = chat.visitor(key, WidgetRequest.token(request));
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            stream.follow(visitor, conversation, position(last, after), response.getWriter());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Operation(summary = "A file of one of the messages of the own conversation")
    @AllowedAnyone(WHY)
    @GetMapping("/api/widget/{key}/files/{id}")
    void file(@PathVariable String key, @PathVariable AttachmentId id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        requests.checkOrigin(key, request);
        AttachmentContent file = chat.file(chat.visitor(key, WidgetRequest.token(request)), id);
        response.setContentType(file.type());
        response.setContentLengthLong(file.size());
        response.setHeader("Cache-Control", "private, no-store");
        // Never shown by the browser as a page of ours.
        response.setHeader("Content-Disposition",
                ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString());
        try (InputStream bytes = file.bytes()) {
            bytes.transferTo(response.getOutputStream());
        }
    }

    private static int position(@Nullable String last, @Nullable Integer after) {
        try {
            return last == null || last.isBlank() ? (after == null ? 0 : after) : Math.max(0, Integer.parseInt(last.strip()));
        } catch (NumberFormatException notOurs) {
            return 0;
        }
    }
}
