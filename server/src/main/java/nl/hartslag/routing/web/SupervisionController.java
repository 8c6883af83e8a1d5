package nl.hartslag.routing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Explanations;
import nl.hartslag.routing.Explanations.Explanation;
import nl.hartslag.routing.ServiceLevel;
import nl.hartslag.routing.Supervision;
import nl.hartslag.routing.Supervision.AgentNow;
import nl.hartslag.routing.Supervision.NewOtherWork;
import nl.hartslag.routing.Supervision.Overflowed;
import nl.hartslag.routing.Supervision.QueueNow;
import nl.hartslag.routing.Supervision.QueueToday;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What goes on now. */
@RestController
@Tag(name = "Routing")
class SupervisionController {
    private final Supervision supervision;
    private final Explanations explanations;
    private final ServiceLevel serviceLevel;

    SupervisionController(Supervision supervision, Explanations explanations, ServiceLevel serviceLevel) {
        this.supervision = supervision;
        this.explanations = explanations;
        this.serviceLevel = serviceLevel;
    }

    @Operation(
            summary = "The queues that I may see, with how many wait, since when, in overflow and in hand",
            description = "The live stream goes on from here: `queue.changed` {queue: figures}, at most once a second each.")
    @Allowed({Permission.CONTACTS_VIEW, Permission.LIVE_VIEW, Permission.ROUTING_CONFIGURE})
    @GetMapping("/api/routing/queues")
    List<QueueNow> queues(Access access) {
        return supervision.queues(access);
    }

    @Operation(
            summary = "Everyone who is there: presence, what is in hand, queues he fits; by name",
            description = "The live stream goes on from here: `agent.changed` {presence}.")
    @Allowed(Permission.LIVE_VIEW)
    @GetMapping("/api/routing/agents")
    Page<AgentNow> agents(
            Access access,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(200) int limit) {
        return supervision.agents(access, cursor, limit);
    }

    @Operation(
            summary = "The service level of this moment: of the answers whose outcome fell in the last hour, the share in time",
            description = "An answer counts once: when it is given in time, or when its moment goes by without it. What still waits within its time does"
                    + " not count yet. Which answers, and by when, is as with `/api/routing/today`. Absent below ten; it changes by itself as time goes by.")
    @Allowed(Permission.LIVE_VIEW)
    @GetMapping("/api/routing/service-level")
    ServiceLevel.Now serviceLevel(Access access) {
        return serviceLevel.now(access);
    }

    /** @param why what he reads, with the name of who did it */
    record LogOff(@NotBlank @Size(max = 200) String why) {}

    @Operation(
            summary = "How the promises of each queue stand: answers due since midnight by the brand's clock, late, due within the hour",
            description = "The share is counted as that of `/api/promises/kept`; absent below ten. It changes by itself as time goes by.")
    @Allowed(Permission.LIVE_VIEW)
    @GetMapping("/api/routing/today")
    List<QueueToday> today(Access access) {
        return supervision.today(access);
    }

    @Operation(
            summary = "Set someone to off who is not there any more; he reads who did it and why",
            description = "What he has in hand stays his. 404 `routing/person/not-found` for who works for another brand or company.")
    @Allowed(Permission.CONTACTS_ASSIGN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/routing/agents/{user}/log-off")
    void logOff(Access access, @PathVariable UserId user, @Valid @RequestBody LogOff body) {
        supervision.logOff(access, user, body.why().strip());
    }

    /** @param queues 1 to 20 of his brand and company @param only his own queues wait meanwhile @param until within 24 hours @param why he reads it */
    record OtherWorkGiven(
            @NotEmpty @Size(max = 20) Set<QueueId> queues, @NotNull Boolean only, @NotNull Instant until, @Nullable @Size(max = 200) String why) {}

    @Operation(
            summary = "Give someone other queues for a while; it ends by itself",
            description = "Skills are left to whoever gives it; what he has in hand stays his; again replaces what was given."
                    + " 404 `routing/person/not-found` for who works for another brand or company.")
    @Allowed(Permission.CONTACTS_ASSIGN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/routing/agents/{user}/other-work")
    void giveOtherWork(Access access, @PathVariable UserId user, @Valid @RequestBody OtherWorkGiven body) {
        supervision.giveOtherWork(access, user, new NewOtherWork(
                body.queues(), body.only(), body.until(), body.why() == null ? "" : body.why().strip()));
    }

    @Operation(summary = "He does his own work again; harmless when he does already")
    @Allowed(Permission.CONTACTS_ASSIGN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/routing/agents/{user}/other-work")
    void endOtherWork(Access access, @PathVariable UserId user) {
        supervision.endOtherWork(access, user);
    }

    @Operation(
            summary = "Contacts that waited longer than their queue allows, the longest first",
            description = "The live stream goes on from here: `contact.overflowed` {contact, conversation, queue, waitingSince}.")
    @Allowed(Permission.LIVE_VIEW)
    @GetMapping("/api/routing/overflow")
    Page<Overflowed> overflow(
            Access access,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(200) int limit) {
        return supervision.overflow(access, cursor, limit);
    }

    @Operation(
            summary = "Why a contact is where it is: who was asked with which outcome, and how everyone stands if it waits",
            description = "Names stand in it for who may watch the floor; of a partner's people for nobody of another company."
                    + " 404 contacts/not-found when it may not be seen.")
    @Allowed(Permission.CONTACTS_VIEW)
    @GetMapping("/api/routing/contacts/{contact}/why")
    Explanation why(Access access, @Parameter(description = "The contact to explain") @PathVariable ContactId contact) {
        return explanations.of(access, contact);
    }
}
