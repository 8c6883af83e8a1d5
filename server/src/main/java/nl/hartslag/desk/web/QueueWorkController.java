package nl.hartslag.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.desk.QueueWork;
import nl.hartslag.desk.QueueWork.Acted;
import nl.hartslag.desk.QueueWork.WaitingRow;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TransferReasonId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits in a queue, and what is done with several of it at once. */
@RestController
@RequestMapping("/api/desk/queues/{queue}/waiting")
@Tag(name = "Desk")
class QueueWorkController {
    private final QueueWork work;

    QueueWorkController(QueueWork work) {
        this.work = work;
    }

    @GetMapping
    @Allowed(Permission.LIVE_VIEW)
    @Operation(summary = "Everything that waits in a queue, in the order in which it is its turn",
            description = "Needs `contacts.view` too. With who is asked, and for whom it is kept; of people of another company nothing is told to people of a"
                    + " partner, who of a shared queue see what waits for their turn. 404 `routing/queue/not-found`.")
    Page<WaitingRow> waitingIn(
            Access access,
            @Parameter(description = "Where they wait") @PathVariable QueueId queue,
            @Parameter(description = "Words of the customer's name or the subject, an address, or a case number") @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(QueueWork.MOST_ROWS) int limit) {
        return work.waiting(access, queue, Optional.ofNullable(search).map(String::strip).filter(one -> !one.isEmpty()), cursor, limit);
    }

    @PostMapping("/priority")
    @Allowed(Permission.CONTACTS_ASSIGN)
    @Operation(summary = "Give several more or less haste, as far as they still wait in this queue; says of each what came of it",
            description = "What is not there for you is `GONE`, what you may not change so is `REFUSED`; when nothing came of any of them, the answer is the refusal itself, such as 404 `contacts/not-found`.")
    List<Acted> prioritiseWaiting(Access access, @Parameter(description = "Where they wait") @PathVariable QueueId queue, @Valid @RequestBody NewPriorities body) {
        return work.prioritise(access, queue, body.contacts(), body.priority());
    }

    @PostMapping("/transfer")
    @Allowed(Permission.CONTACTS_ASSIGN)
    @Operation(summary = "Hand several to a queue or a person, as far as they still wait in this queue; says of each what came of it",
            description = "Exactly one of `queue` and `user`. What is not there for you is `GONE`, what you may not change so is `REFUSED`; when nothing came of any of them, the answer is the refusal itself. `NOT_FOR_THEM` may not be given to this person.")
    List<Acted> transferWaiting(Access access, @Parameter(description = "Where they wait") @PathVariable QueueId queue, @Valid @RequestBody Transfers body) {
        return work.transfer(access, queue, body.contacts(), new Transfer(body.queue(), body.user(), body.note() == null ? "" : body.note(), body.why()));
    }

    @Schema(name = "NewPriorities")
    record NewPriorities(@NotEmpty @Size(max = QueueWork.MOST_AT_ONCE) Set<ContactId> contacts, @NotNull Priority priority) {}

    /** @param why one of those that are offered */
    @Schema(name = "WaitingTransfer")
    record Transfers(
            @NotEmpty @Size(max = QueueWork.MOST_AT_ONCE) Set<ContactId> contacts,
            @Nullable QueueId queue,
            @Nullable UserId user,
            @Nullable @Size(max = 5000) String note,
            @Nullable TransferReasonId why) {}
}
