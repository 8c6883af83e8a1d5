package nl.hartslag.customers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.customers.Timeline;
import nl.hartslag.customers.Timeline.Kind;
import nl.hartslag.customers.Timeline.Moment;
import nl.hartslag.customers.Timeline.Wanted;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that happened with a customer. */
@RestController
@Tag(name = "Customers")
class TimelineController {
    private final Timeline timeline;

    TimelineController(Timeline timeline) {
        this.timeline = timeline;
    }

    @GetMapping("/api/customers/{id}/timeline")
    @Allowed(Permission.CUSTOMERS_VIEW)
    @Operation(summary = "Everything that happened with this customer as far as you may read it, newest first; that you opened it is recorded",
            description = "Contacts, cases, promises and gestures for whoever may see contacts; answers for whoever may see contacts, follow-ups or what "
                    + "customers say; follow-ups for whoever may see these.")
    Page<Moment> of(
            Access access,
            @PathVariable CustomerId id,
            @Parameter(description = "Only these; all when left out") @RequestParam(required = false) @Nullable Set<Kind> kind,
            @Parameter(description = "Occurs in a subject, a number, a name, or what was promised, given, ordered or written down, in capitals or not") @RequestParam Optional<String> text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return timeline.of(access, id, new Wanted(kind == null ? Set.of() : kind, text), cursor, limit);
    }
}
