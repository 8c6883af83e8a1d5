package nl.hartslag.routing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.AllHands;
import nl.hartslag.routing.AllHands.Call;
import nl.hartslag.routing.AllHands.Coach;
import nl.hartslag.routing.AllHands.NewCall;
import nl.hartslag.shared.AllHandsId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All hands on deck at a peak. */
@RestController
@Tag(name = "Routing")
class AllHandsController {
    private final AllHands allHands;

    AllHandsController(AllHands allHands) {
        this.allHands = allHands;
    }

    /** @param words what is going on, for who is called @param until within 24 hours */
    record NewAllHands(@NotNull QueueId queue, @NotBlank @Size(max = 300) String words, @NotNull Instant until) {}

    record Made(AllHandsId id) {}

    /** @param coach one of the coaches; without one, who coaches the fewest */
    record Joining(@Nullable UserId coach) {}

    @Operation(
            summary = "The calls for all hands that go on, with who helps along and who coaches",
            description = "What somebody has in hand is told to his coach and to who may assign work."
                    + " The live stream goes on from here: `all-hands.changed` {id}.")
    @Allowed(Permission.CONTACTS_VIEW)
    @GetMapping("/api/routing/all-hands")
    List<Call> calls(Access access) {
        return allHands.calls(access);
    }

    @Operation(
            summary = "Call all hands to a queue until a moment; 409 `routing/all-hands-on` when the queue has a call",
            description = "Whoever has `contacts.help` for the brand may then log on to that queue with one step.")
    @Allowed(Permission.CONTACTS_ASSIGN)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/routing/all-hands")
    Made call(Access access, @Valid @RequestBody NewAllHands body) {
        return new Made(allHands.call(access, new NewCall(body.queue(), body.words().strip(), body.until())));
    }

    @Operation(summary = "End a call; everyone who helps along is off, and keeps what is in hand. Harmless when it ended already")
    @Allowed(Permission.CONTACTS_ASSIGN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/routing/all-hands/{id}/end")
    void end(Access access, @PathVariable AllHandsId id) {
        allHands.end(access, id);
    }

    @Operation(summary = "Who is there to coach, who coaches the fewest first; at most those who are there now")
    @Allowed({Permission.CONTACTS_HELP, Permission.CONTACTS_ASSIGN})
    @GetMapping("/api/routing/all-hands/{id}/coaches")
    List<Coach> coaches(Access access, @PathVariable AllHandsId id) {
        return allHands.coaches(access, id);
    }

    @Operation(summary = "Help along: available at once, for this queue only; again with another coach changes the coach")
    @Allowed(Permission.CONTACTS_HELP)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/routing/all-hands/{id}/join")
    void join(Access access, @PathVariable AllHandsId id, @Valid @RequestBody Joining body) {
        allHands.join(access, id, Optional.ofNullable(body.coach()));
    }

    @Operation(summary = "Back to the own job: off. Harmless when I do not help along")
    @Allowed(Permission.CONTACTS_HELP)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/routing/all-hands/{id}/leave")
    void leave(Access access, @PathVariable AllHandsId id) {
        allHands.leave(access, id);
    }
}
