package nl.hartslag.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.hartslag.contacts.PlannedAnswers;
import nl.hartslag.contacts.PlannedAnswers.OnItsWay;
import nl.hartslag.contacts.PlannedAnswers.SendingMoment;
import nl.hartslag.contacts.PlannedAnswers.TakenBack;
import nl.hartslag.contacts.Reply;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PlannedAnswerId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/desk")
@Tag(name = "Desk")
class PlannedRepliesController {
    private final PlannedAnswers planned;

    PlannedRepliesController(PlannedAnswers planned) {
        this.planned = planned;
    }

    @PostMapping("/conversations/{id}/planned-replies")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Answer the customer in a moment, or at a chosen one",
            description = "Refused as answering at once is. Without `sendAt` an answer by mail leaves when it can no longer be taken back, and any other at once. With `sendAt`,"
                    + " for mail only, it leaves then, unless the customer writes, somebody else answers, or the contact goes to other hands meanwhile. The same `clientKey` twice is one answer.")
    OnItsWay plan(Access access, @PathVariable ConversationId id, @Valid @RequestBody NewPlannedReply body) {
        Duration span = body.takeBackSeconds() == null ? null : Duration.ofSeconds(body.takeBackSeconds());
        return planned.plan(access, id, body.reply(), body.sendAt(), span);
    }

    @GetMapping("/conversations/{id}/sending-moments")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "When an answer here is usually sent later", description = "The soonest first, by the clock of the brand and when it opens for mail; any other moment may be chosen as well.")
    List<SendingMoment> moments(Access access, @PathVariable ConversationId id) {
        return planned.moments(access, id);
    }

    @DeleteMapping("/planned-replies/{id}")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Take an answer back that has not left, or was stopped; gives its words and files",
            description = "Its words stand before what that person is writing in the conversation, unless they are thrown away; the files are his uploads. When nobody has the contact by"
                    + " then, it comes back to him. 409 `planned-answers/left` when it was sent, 409 `planned-answers/taken-back` when somebody else took it back."
                    + " Harmless when repeated.")
    TakenBack takeBack(
            Access access,
            @PathVariable PlannedAnswerId id,
            @Parameter(description = "The words are not wanted any more") @RequestParam(defaultValue = "false") boolean away) {
        return planned.takeBack(access, id, away);
    }

    @PostMapping("/planned-replies/{id}/send-now")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Send a planned answer now, in the name of its author",
            description = "Refused as answering is. 409 `planned-answers/stopped` and 409 `planned-answers/taken-back` when it is not to leave any more. Harmless when it has left.")
    void sendNow(Access access, @PathVariable PlannedAnswerId id) {
        planned.sendNow(access, id);
    }

    /**
     * @param sendAt          absent for at once, but for the moment in which it can be taken back
     * @param takeBackSeconds that moment; absent for the usual one, 0 for none
     */
    @Schema(name = "NewPlannedReply")
    record NewPlannedReply(@NotNull Reply reply, @Nullable Instant sendAt, @Nullable @Min(0) @Max(60) Integer takeBackSeconds) {}
}
