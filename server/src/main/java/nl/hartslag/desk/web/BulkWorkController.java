package nl.hartslag.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.desk.BulkWork;
import nl.hartslag.desk.BulkWork.Change;
import nl.hartslag.desk.BulkWork.Ending;
import nl.hartslag.desk.BulkWork.Item;
import nl.hartslag.desk.BulkWork.ItemState;
import nl.hartslag.desk.BulkWork.Selection;
import nl.hartslag.desk.BulkWork.Work;
import nl.hartslag.desk.DeskList;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.BulkWorkId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SavedViewId;
import nl.hartslag.shared.SubStateId;
import nl.hartslag.shared.TransferReasonId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/desk/bulk")
@Tag(name = "Desk")
class BulkWorkController {
    private final BulkWork bulk;

    BulkWorkController(BulkWork bulk) {
        this.bulk = bulk;
    }

    @PostMapping
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Look what a change to many conversations would reach",
            description = "Nothing is changed until it is begun; what is only looked at is forgotten after an hour. 409 `bulk/too-many` beyond 200, or 10,000 for who gives out work."
                    + " 409 `bulk/nothing` when no conversation of yours is among them.")
    Work prepare(Access access, @Valid @RequestBody Wanted wanted) {
        return bulk.prepare(access, wanted.which().selection(), wanted.what().change());
    }

    @PostMapping("/{id}/start")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Begin what was looked at", description = "It is done one by one behind the screens, each as by hand. Harmless when repeated.")
    Work start(Access access, @PathVariable BulkWorkId id) {
        return bulk.start(access, id);
    }

    @PostMapping("/{id}/stop")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Leave what is not done yet", description = "Harmless when repeated.")
    Work stop(Access access, @PathVariable BulkWorkId id) {
        return bulk.stop(access, id);
    }

    @PostMapping("/{id}/take-back")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "Take back what was done, within a day",
            description = "What somebody did something with since stays as it is. What was wrapped up comes back as work. 409 `bulk/too-late`. Harmless when repeated.")
    Work takeBack(Access access, @PathVariable BulkWorkId id) {
        return bulk.takeBack(access, id);
    }

    @GetMapping
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "What you did to many at once in the last seven days, newest first")
    Page<Work> mine(Access access, @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "20") @Min(1) @Max(BulkWork.MOST_ROWS) int limit) {
        return bulk.mine(access, cursor, limit);
    }

    @GetMapping("/{id}")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "How far it is, and why some were left")
    Work work(Access access, @PathVariable BulkWorkId id) {
        return bulk.work(access, id);
    }

    @GetMapping("/{id}/items")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "The conversations of it that stand like this, as they are now")
    Page<Item> items(
            Access access,
            @PathVariable BulkWorkId id,
            @Parameter(description = "`LEFT`: not to be done, as was known before; `REFUSED`: as was found then; `KEPT`: not taken back") @RequestParam ItemState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(BulkWork.MOST_ROWS) int limit) {
        return bulk.items(access, id, state, cursor, limit);
    }

    @Schema(name = "BulkWanted")
    record Wanted(@Valid @NotNull Which which, @Valid @NotNull What what) {}

    /**
     * Conversations that were ticked, or everything of a list but some.
     *
     * @param conversations ticked; then nothing else counts
     * @param view          without `saved` and `queue`
     */
    @Schema(name = "BulkWhich")
    record Which(
            @Nullable @Size(max = 1000) Set<ConversationId> conversations, DeskList.@Nullable View view, @Nullable QueueId queue, @Nullable SavedViewId saved,
            @Nullable @Size(max = 1000) Set<ConversationId> except) {
        Selection selection() {
            if (conversations != null) return new Selection(conversations, null, Set.of());
            var list = new DeskList(view == null ? DeskList.View.MINE : view, Optional.ofNullable(queue), Optional.ofNullable(saved));
            return new Selection(Set.of(), list, except == null ? Set.of() : except);
        }
    }

    /** One of these. */
    @Schema(name = "BulkWhat")
    record What(@Nullable Priority priority, @Valid @Nullable Handed transfer, @Valid @Nullable Ended wrapUp) {
        Change change() {
            return new Change(priority, transfer == null ? null : transfer.transfer(), wrapUp == null ? null : wrapUp.ending());
        }
    }

    /** @param queue or a user @param why one of those that are offered, when any are */
    @Schema(name = "BulkHanded")
    record Handed(@Nullable QueueId queue, @Nullable UserId user, @Nullable String note, @Nullable TransferReasonId why) {
        Transfer transfer() {
            return new Transfer(queue, user, note == null ? "" : note.strip(), why);
        }
    }

    /**
     * @param brand        whose reasons are meant; conversations of other brands are left
     * @param registration where nothing was registered yet
     * @param comesBackAt  of a case that stays open
     * @param unreadToo    also where the customer wrote and no colleague has read it
     */
    @Schema(name = "BulkEnded")
    record Ended(
            @NotNull BrandId brand, @NotNull CaseState caseState, @NotNull Registration registration, @Nullable Instant comesBackAt, @Nullable SubStateId subState, boolean unreadToo) {
        Ending ending() {
            return new Ending(brand, caseState, registration, comesBackAt, subState, unreadToo);
        }
    }
}
