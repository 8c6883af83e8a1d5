package nl.hartslag.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.desk.Desk;
import nl.hartslag.desk.DeskCounts;
import nl.hartslag.desk.DeskFound;
import nl.hartslag.desk.DeskList;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.desk.DeskSearch;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SavedViewId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/desk")
@Tag(name = "Desk")
class ListController {
    private final Desk desk;
    private final Routing routing;

    ListController(Desk desk, Routing routing) {
        this.desk = desk;
        this.routing = routing;
    }

    @GetMapping("/rows")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "Conversations of a list, most urgent first; closed ones newest first")
    Page<DeskRow> rows(
            Access access,
            @Parameter(description = "`MINE`: mine; `TEAM`: those of my teams; `WAITING`: nobody's yet; `ALL`: everything open; `CLOSED`. Ignored with a queue")
                    @RequestParam(defaultValue = "MINE") DeskList.View view,
            @RequestParam(required = false) @Nullable QueueId queue,
            @Parameter(description = "One of your own views or those of your team; then neither `view` nor `queue` counts") @RequestParam(required = false) @Nullable SavedViewId saved,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Desk.MOST_ROWS) int limit) {
        return desk.list(access, new DeskList(view, Optional.ofNullable(queue), Optional.ofNullable(saved)), cursor, limit);
    }

    @GetMapping("/found")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "Conversations of all time in which something was said, newest first")
    DeskFound found(
            Access access,
            @Parameter(description = "All of these words, in Dutch or English, however they end, in what was said, noted or sent along, the subject, the customer's "
                    + "name or the case number; `\"words in this order\"`, `-without`; or an address, or `#` and a case number. Empty: everything")
                    @RequestParam(defaultValue = "") @Size(max = 500) String text,
            @Parameter(description = "Only of this brand") @RequestParam(required = false) @Nullable BrandId brand,
            @Parameter(description = "`mail`, `chat`, `form` …") @RequestParam(required = false) @Nullable String medium,
            @Parameter(description = "`OPEN`: waits or is in hand; `CLOSED`; absent: both") @RequestParam(required = false) DeskSearch.@Nullable State state,
            @Parameter(description = "Last written in at this moment or later") @RequestParam(required = false) @Nullable Instant from,
            @Parameter(description = "Last written in before this moment") @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Desk.MOST_ROWS) int limit) {
        var search = new DeskSearch(text.strip(), Optional.ofNullable(brand), Optional.ofNullable(medium), Optional.ofNullable(state), Optional.ofNullable(from), Optional.ofNullable(until));
        return desk.find(access, search, cursor, limit);
    }

    @GetMapping("/counts")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "How many open conversations each list holds")
    DeskCounts counts(Access access) {
        return desk.counts(access);
    }

    @GetMapping("/queues")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "Queues this person may see")
    List<QueueName> queues(Access access) {
        return routing.queuesInSight(access).stream().map(one -> new QueueName(one.id(), one.brand(), one.name())).toList();
    }

    record QueueName(QueueId id, BrandId brand, String name) {}
}
