package nl.hartslag.channels.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.channels.WebChat;
import nl.hartslag.channels.WebChat.Beginning;
import nl.hartslag.channels.WebChat.ChatState;
import nl.hartslag.channels.WebChat.FileView;
import nl.hartslag.channels.WebChat.Identity;
import nl.hartslag.channels.WebChat.MessageOut;
import nl.hartslag.channels.WebChat.Missed;
import nl.hartslag.channels.WebChat.Sent;
import nl.hartslag.channels.WebChat.Visit;
import nl.hartslag.channels.WebChat.Visitor;
import nl.hartslag.channels.internal.webchat.RateLimits;
import nl.hartslag.channels.internal.webchat.WebChatSettings;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.AllowedAnyone;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UploadId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The protocol of the web chat; docs/widget-protocol.md is its description. */
@RestController
@RequestMapping("/api/widget/{key}")
@Tag(name = "Web chat (visitors)")
class WidgetController {
    private static final String WHY = "a visitor of a web shop has no account; the visitor's own token says who calls";
    private static final String CLIENT_KEY = "[A-Za-z0-9_-]{8,64}";
    private static final int LONGEST = 4_000;
    private final WebChat chat;
    private final WidgetRequest requests;
    private final RateLimits limits;
    private final WebChatSettings settings;

    WidgetController(WebChat chat, WidgetRequest requests, RateLimits limits, WebChatSettings settings) {
        this.chat = chat;
        this.requests = requests;
        this.limits = limits;
        this.settings = settings;
    }

    record Visiting(@Nullable @Pattern(regexp = "nl|en") String language, @Nullable @Valid Claimed identity) {}

    record Claimed(
            @Nullable @Size(max = 254) String userId,
            @Nullable @Size(max = 254) String email,
            @Nullable String name,
            @NotBlank @Size(max = 200) String signature) {}

    record Begin(
            @NotNull @Pattern(regexp = CLIENT_KEY, message = "code:client-key") String clientKey,
            @Nullable ReasonId reason,
            @Nullable @Size(max = 100) String name,
            @Nullable @Email @Size(max = 254) String email,
            @Nullable String text,
            @Nullable @Pattern(regexp = "nl|en") String language,
            @Nullable @Size(max = 5) List<UploadId> files) {}

    record Message(
            @NotNull @Pattern(regexp = CLIENT_KEY, message = "code:client-key") String clientKey,
            @Nullable String text,
            @Nullable @Size(max = 5) List<UploadId> files) {}

    record Read(@Min(0) int seq) {}

    record Mailed(Instant answerBy) {}

    record Placed(@Nullable MessageOut message, @Nullable ChatState conversation) {}

    @Operation(summary = "Start a visit or go on with one",
            description = "404 webchat/unknown-widget, 403 webchat/identity or webchat/origin, 429 webchat/too-fast")
    @AllowedAnyone(WHY)
    @PostMapping("/visits")
    Visit visit(@PathVariable String key, @Valid @RequestBody(required = false) @Nullable Visiting body, HttpServletRequest request) {
        requests.checkOrigin(key, request);
        Optional<String> token = WidgetRequest.token(request);
        if (token.isEmpty()) {
            limits.count("visitor", request.getRemoteAddr(), settings.visitorsPerMinute(), Duration.ofMinutes(1));
        }
        Claimed claimed = body == null ? null : body.identity();
        Identity identity = claimed == null ? null : new Identity(claimed.userId(), claimed.email(), claimed.name(), claimed.signature());
        return chat.visit(key, token, language(body == null ? null : body.language(), request), identity);
    }

    @Operation(summary = "Begin a conversation with the first message",
            description = "201; 200 when the same key came before; 202 when it is stored and placed a moment later. 409 webchat/closed")
    @AllowedAnyone(WHY)
    @PostMapping("/conversations")
    ResponseEntity<Placed> begin(@PathVariable String key, @Valid @RequestBody Begin body, HttpServletRequest request) {
        return answer(chat.begin(visitor(key, request), beginning(body, request)));
    }

    @Operation(summary = "Send a message",
            description = "201; 200 when the same key came before; 202 when it is stored and placed a moment later."
                    + " 409 webchat/no-conversation, 429 webchat/too-fast")
    @AllowedAnyone(WHY)
    @PostMapping("/messages")
    ResponseEntity<Placed> send(@PathVariable String key, @Valid @RequestBody Message body, HttpServletRequest request) {
        List<UploadId> files = body.files() == null ? List.of() : body.files();
        return answer(chat.send(visitor(key, request), body.clientKey(), text(body.text(), files), files));
    }

    @Operation(summary = "What the stream would bring, for clients that cannot hold one")
    @AllowedAnyone(WHY)
    @GetMapping("/messages")
    Missed missed(@PathVariable String key, @Parameter(description = "The number of the last message that was seen") @RequestParam(defaultValue = "0") int after,
                  @Parameter(description = "Of this conversation; without, of the newest") @RequestParam Optional<ConversationId> conversation, HttpServletRequest request) {
        return chat.missed(visitor(key, request), conversation, after);
    }

    @Operation(summary = "The visitor is typing; one in two seconds counts")
    @AllowedAnyone(WHY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/typing")
    void typing(@PathVariable String key, HttpServletRequest request) {
        chat.typing(visitor(key, request));
    }

    @Operation(summary = "The visitor has seen up to this number")
    @AllowedAnyone(WHY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/read")
    void read(@PathVariable String key, @Valid @RequestBody Read body, HttpServletRequest request) {
        chat.read(visitor(key, request), body.seq());
    }

    @Operation(summary = "Send up a file for the next message",
            description = "413 webchat/file-too-large, 415 webchat/file-type; the type is found from the bytes")
    @AllowedAnyone(WHY)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(value = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    FileView upload(@PathVariable String key, @RequestPart MultipartFile file, HttpServletRequest request) throws IOException {
        String name = file.getOriginalFilename();
        return chat.upload(visitor(key, request), name == null ? "" : name, file.getBytes());
    }

    @Operation(summary = "A question that is answered by e-mail", description = "Also when the chat is open. 422 without an address")
    @AllowedAnyone(WHY)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/mail")
    Mailed mail(@PathVariable String key, @Valid @RequestBody Begin body, HttpServletRequest request) {
        Visitor visitor = visitor(key, request);
        if (!visitor.proven() && (body.email() == null || body.email().isBlank())) throw Problem.invalid("email", "required");
        return new Mailed(chat.mail(visitor, beginning(body, request)));
    }

    @Operation(summary = "End the chat; ending twice is harmless")
    @AllowedAnyone(WHY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/end")
    void end(@PathVariable String key, HttpServletRequest request) {
        chat.end(visitor(key, request));
    }

    private Visitor visitor(String key, HttpServletRequest request) {
        requests.checkOrigin(key, request);
        return chat.visitor(key, WidgetRequest.token(request));
    }

    private static ResponseEntity<Placed> answer(Sent sent) {
        HttpStatus status = sent.message() == null ? HttpStatus.ACCEPTED : sent.repeated() ? HttpStatus.OK : HttpStatus.CREATED;
        return ResponseEntity.status(status).body(new Placed(sent.message(), sent.conversation()));
    }

    private static Beginning beginning(Begin body, HttpServletRequest request) {
        List<UploadId> files = body.files() == null ? List.of() : body.files();
        return new Beginning(body.clientKey(), Optional.ofNullable(body.reason()), blank(body.name()), blank(body.email()),
                text(body.text(), files), language(body.language(), request), files);
    }

    /** As it was typed, without what no screen can show; counted in characters as people see most of them. */
    private static String text(@Nullable String given, List<UploadId> files) {
        String text = given == null ? "" : given.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
        if (text.isEmpty() && files.isEmpty()) throw Problem.invalid("text", "required");
        if (text.codePointCount(0, text.length()) > LONGEST) throw Problem.invalid("text", "too-long", LONGEST);
        return text;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String language(@Nullable String given, HttpServletRequest request) {
        if (given != null) return given;
        return request.getLocale().getLanguage().equals("nl") ? "nl" : "en";
    }
}
