package nl.hartslag.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.Transfers;
import nl.hartslag.contacts.Transfers.Behind;
import nl.hartslag.contacts.Transfers.By;
import nl.hartslag.contacts.Transfers.Figures;
import nl.hartslag.contacts.Transfers.Filter;
import nl.hartslag.contacts.Transfers.Group;
import nl.hartslag.contacts.Transfers.Reasoned;
import nl.hartslag.contacts.Transfers.Which;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TransferReasonId;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How often contacts are handed over and customers come again. */
@RestController
@RequestMapping("/api/transfers")
@Tag(name = "Transfers")
class TransfersController {
    private static final String DAYS = "Within how many days another contact of the same customer with the same brand is a repeat";
    private static final String QUEUE = "Where the contact is or was last";
    private static final String WHICH = "`TWICE`: handed over twice or more; `REPEATED`: of a customer who contacted us in the days before; `MORE_IN_CASE`: the case has other "
            + "contacts too; `WITHOUT_REASON`: handed over without a reason";

    private final Transfers transfers;
    private final Routing routing;

    TransfersController(Transfers transfers, Routing routing) {
        this.transfers = transfers;
        this.routing = routing;
    }

    @GetMapping("/figures")
    @Allowed(Permission.LIVE_VIEW)
    @Operation(summary = "Contacts that customers began in a period: how many were handed over, were a repeat, or share their case with others",
            description = "Spam does not count. Shares are in percent with the 95 % interval of Wilson (1927); absent below ten.")
    Figures figures(
            Access access,
            @Valid @ParameterObject Asked asked,
            @Parameter(description = DAYS) @RequestParam(defaultValue = "7") @Min(1) @Max(Transfers.MOST_DAYS) int days) {
        return transfers.figures(access, asked.within(days));
    }

    @GetMapping("/groups")
    @Allowed(Permission.LIVE_VIEW)
    @Operation(summary = "The same figures per brand, channel, queue or week; the hundred with the most contacts")
    List<NamedGroup> groups(
            Access access,
            @Parameter(description = "Side by side; weeks begin on Monday") @RequestParam By by,
            @Valid @ParameterObject Asked asked,
            @Parameter(description = DAYS) @RequestParam(defaultValue = "7") @Min(1) @Max(Transfers.MOST_DAYS) int days) {
        TransferNames names = names(access);
        List<Group> groups = transfers.groups(access, asked.within(days), by);
        return groups.stream()
                .map(group -> new NamedGroup(group.key(), by == By.QUEUE && group.key() != null ? names.of(QueueId.of(group.key())) : null, group.figures()))
                .toList();
    }

    @GetMapping("/moves")
    @Allowed(Permission.LIVE_VIEW)
    @Operation(summary = "From which queue to which the contacts of a period were handed over, and why; the most frequent first, at most a hundred")
    Moves moves(
            Access access,
            @Valid @ParameterObject Asked asked) {
        Filter filter = asked.within(1);
        TransferNames names = names(access);
        return new Moves(names.routes(transfers.routes(access, filter)), transfers.reasons(access, filter));
    }

    @GetMapping
    @Allowed(Permission.LIVE_VIEW)
    @Operation(summary = "The contacts behind a number, the latest first", description = "Needs `contacts.view` too.")
    Page<TransferredRow> contacts(
            Access access,
            @Valid @ParameterObject Asked asked,
            @Parameter(description = DAYS) @RequestParam(defaultValue = "7") @Min(1) @Max(Transfers.MOST_DAYS) int days,
            @Parameter(description = WHICH) @RequestParam(defaultValue = "ALL") Which which,
            @Parameter(description = "Handed over from it") @RequestParam Optional<QueueId> fromQueue,
            @Parameter(description = "Handed over to it") @RequestParam Optional<QueueId> toQueue,
            @Parameter(description = "Handed over to a colleague") @RequestParam(defaultValue = "false") boolean toPerson,
            @Parameter(description = "Handed over for this reason") @RequestParam Optional<TransferReasonId> why,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Page<Transfers.Row> page = transfers.contacts(access, asked.within(days), new Behind(which, fromQueue, toQueue, toPerson, why), cursor, limit);
        TransferNames names = names(access);
        return new Page<>(page.items().stream().map(names::row).toList(), page.next());
    }

    @GetMapping(value = "/contacts.csv", produces = "text/csv")
    @Allowed(Permission.LIVE_VIEW)
    @Operation(summary = "The contacts of a period with their transfers as a CSV file, the latest first, at most 20,000",
            description = "Without names of people or customers. Needs `contacts.view` too.")
    void file(
            Access access,
            @Valid @ParameterObject Asked asked,
            @Parameter(description = DAYS) @RequestParam(defaultValue = "7") @Min(1) @Max(Transfers.MOST_DAYS) int days,
            @Parameter(description = WHICH) @RequestParam(defaultValue = "ALL") Which which,
            HttpServletResponse response) throws IOException {
        Filter filter = asked.within(days);
        TransferFile file = new TransferFile(access, names(access), cursor -> transfers.contacts(access, filter, Behind.all(which), cursor, TransferFile.STEP));
        String text = file.written();
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"transfers.csv\"");
        response.getWriter().write(text);
    }

    private TransferNames names(Access access) {
        return new TransferNames(access, routing::queue);
    }

    /** Which contacts are asked about. */
    record Asked(
            @NotNull Instant from, @NotNull Instant to, Optional<BrandId> brand, Optional<String> channel, @Parameter(description = QUEUE) Optional<QueueId> queue) {
        Filter within(int days) {
            return new Filter(from, to, brand, channel, queue, days);
        }
    }

    /** @param name of the queue, where it is grouped by queue */
    @Schema(name = "TransferGroup")
    record NamedGroup(@Nullable String key, @Nullable String name, Figures figures) {}

    @Schema(name = "TransferMoves")
    record Moves(List<NamedRoute> routes, List<Reasoned> reasons) {}

    /** @param from absent when it was in no queue, or in one that you may not see */
    @Schema(name = "TransferRoute")
    record NamedRoute(@Nullable NamedQueue from, @Nullable NamedQueue to, boolean toPerson, long transfers) {}

    @Schema(name = "TransferQueue")
    record NamedQueue(QueueId id, String name) {}

    @Schema(name = "TransferredContact")
    record TransferredRow(
            ContactId contact,
            ConversationId conversation,
            CaseId caseId,
            long caseNumber,
            String subject,
            @Nullable String customerName,
            BrandId brand,
            String channel,
            @Nullable NamedQueue queue,
            Instant openedAt,
            boolean repeat,
            List<NamedMove> moves) {}

    @Schema(name = "TransferMove")
    record NamedMove(Instant at, @Nullable NamedQueue from, @Nullable NamedQueue to, boolean toPerson, @Nullable String whyNl, @Nullable String whyEn) {}
}
