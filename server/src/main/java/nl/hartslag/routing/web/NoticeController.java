package nl.hartslag.routing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.AllowedSignedIn;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Notices;
import nl.hartslag.routing.Notices.NewNotice;
import nl.hartslag.routing.Notices.Notice;
import nl.hartslag.routing.Notices.Sent;
import nl.hartslag.routing.Notices.Team;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.NoticeId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said to people on the floor. */
@RestController
@Tag(name = "Routing")
class NoticeController {
    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    /** @param team, queue, person exactly one of them; of a queue everyone who is there */
    record Saying(@NotBlank @Size(max = 500) String words, @Nullable TeamId team, @Nullable QueueId queue, @Nullable UserId person) {}

    /** @param about the conversation that the question is about */
    record Question(@NotBlank @Size(max = 500) String words, @Nullable ConversationId about) {}

    record Said(NoticeId id) {}

    @Operation(
            summary = "Say something to a team, to everyone of a queue who is there, or to one person",
            description = "409 `routing/notice-to-nobody` when nobody is meant. The live stream tells each: `notice.sent` {id}.")
    @Allowed(Permission.CONTACTS_ASSIGN)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/routing/notices")
    Said send(Access access, @Valid @RequestBody Saying body) {
        return new Said(notices.send(access, new NewNotice(body.words().strip(), body.team(), body.queue(), body.person())));
    }

    @Operation(summary = "Ask my coach, while I help along; 409 `routing/no-coach` when I have none")
    @Allowed(Permission.CONTACTS_HELP)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/routing/notices/coach")
    Said askCoach(Access access, @Valid @RequestBody Question body) {
        return new Said(notices.askCoach(access, body.words().strip(), body.about()));
    }

    @Operation(summary = "What I have not read, the oldest first; at most 50")
    @AllowedSignedIn
    @GetMapping("/api/routing/notices")
    List<Notice> unread(Access access) {
        return notices.unread(access);
    }

    @Operation(
            summary = "I have read it; harmless when repeated",
            description = "The live stream tells it to my other screens and to who sent it: `notice.read` {id}.")
    @AllowedSignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/routing/notices/{id}/read")
    void read(Access access, @PathVariable NoticeId id) {
        notices.read(access, id);
    }

    @Operation(summary = "What I sent in the last day, the newest first, with who did not read it; at most 50")
    @Allowed(Permission.CONTACTS_ASSIGN)
    @GetMapping("/api/routing/notices/sent")
    List<Sent> sent(Access access) {
        return notices.sent(access);
    }

    @Operation(summary = "The teams one may write to")
    @Allowed(Permission.CONTACTS_ASSIGN)
    @GetMapping("/api/routing/notices/teams")
    List<Team> teams(Access access) {
        return notices.teams(access);
    }
}
