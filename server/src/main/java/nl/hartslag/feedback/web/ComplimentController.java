package nl.hartslag.feedback.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import nl.hartslag.feedback.Compliments;
import nl.hartslag.feedback.Compliments.Compliment;
import nl.hartslag.feedback.Compliments.Filter;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.ResponseId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Good words for the wall. */
@RestController
@Tag(name = "Compliments")
class ComplimentController {
    private final Compliments compliments;

    ComplimentController(Compliments compliments) {
        this.compliments = compliments;
    }

    @Operation(summary = "Good words of customers, newest first, per person or team; hidden ones need compliments.moderate")
    @Allowed(Permission.COMPLIMENTS_VIEW)
    @GetMapping("/api/compliments")
    Page<Compliment> list(
            Access access,
            @RequestParam(required = false) @Nullable BrandId brand,
            @RequestParam(required = false) @Nullable UserId user,
            @RequestParam(required = false) @Nullable TeamId team,
            @Parameter(description = "Those that were taken off the wall") @RequestParam(defaultValue = "false") boolean hidden,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "30") @Min(1) @Max(100) int limit) {
        Filter filter = new Filter(
                Optional.ofNullable(brand), Optional.ofNullable(user), Optional.ofNullable(team), hidden);
        return compliments.list(access, filter, cursor, limit);
    }

    @Operation(summary = "Take it off the wall; 404 compliments/not-found")
    @Allowed(Permission.COMPLIMENTS_MODERATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/compliments/{id}/hidden")
    void hide(Access access, @PathVariable ResponseId id) {
        compliments.hide(access, id, true);
    }

    @Operation(summary = "Put it back on the wall")
    @Allowed(Permission.COMPLIMENTS_MODERATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/compliments/{id}/hidden")
    void show(Access access, @PathVariable ResponseId id) {
        compliments.hide(access, id, false);
    }
}
