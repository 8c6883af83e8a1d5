package nl.hartslag.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import nl.hartslag.contacts.DuePromises;
import nl.hartslag.contacts.DuePromises.Counts;
import nl.hartslag.contacts.DuePromises.DuePromise;
import nl.hartslag.contacts.DuePromises.Filter;
import nl.hartslag.contacts.DuePromises.Kind;
import nl.hartslag.contacts.DuePromises.Within;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is promised and due next, whoever promised it. */
@RestController
@RequestMapping("/api/promises/due")
@Tag(name = "Promises")
class DuePromisesController {
    private final DuePromises promises;

    DuePromisesController(DuePromises promises) {
        this.promises = promises;
    }

    @GetMapping
    @Allowed(Permission.LIVE_VIEW)
    @Operation(summary = "What is promised and due next, by rule and by people: what is late first, then by when it is due",
            description = "Needs `contacts.view` too. The same promises as are counted per queue in `/api/routing/today`.")
    Page<DuePromise> duePromises(
            Access access,
            @ParameterObject Asked asked,
            @Parameter(description = "`LATE`; `HOUR`: late or due within an hour; `TODAY`: late or due before midnight by the clock of its brand")
                    @RequestParam(defaultValue = "TODAY") Within within,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return promises.list(access, asked.filter(), within, cursor, limit);
    }

    @GetMapping("/counts")
    @Allowed(Permission.LIVE_VIEW)
    @Operation(summary = "How many promises are late, due within the hour and due today, and whose they are", description = "Needs `contacts.view` too.")
    Counts dueCounts(Access access, @ParameterObject Asked asked) {
        return promises.counts(access, asked.filter());
    }

    /** Which promises are asked about. */
    @Schema(name = "DuePromisesAsked")
    record Asked(
            Optional<BrandId> brand,
            @Parameter(description = "Where its contact is now") Optional<QueueId> queue,
            @Parameter(description = "`ANSWER` and `SOLUTION` are by rule; `GIVEN` by a person") Optional<Kind> kind,
            @Parameter(description = "Whose it is: whoever gave it, or has its contact in hand") Optional<UserId> person) {
        Filter filter() {
            return new Filter(brand, queue, kind, person);
        }
    }
}
