package nl.hartslag.customers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.hartslag.customers.Stories;
import nl.hartslag.customers.Stories.Story;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.StoryId;
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

/** What matters to a customer. */
@RestController
@Tag(name = "Customers")
class StoryController {
    private final Stories stories;

    StoryController(Stories stories) {
        this.stories = stories;
    }

    @GetMapping("/api/customers/{id}/stories")
    @Allowed(Permission.CUSTOMERS_VIEW)
    @Operation(summary = "What matters to this customer, newest first")
    Page<Story> of(
            Access access,
            @PathVariable CustomerId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return stories.of(access, id, cursor, limit);
    }

    @PostMapping("/api/customers/{id}/stories")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write down what matters to this customer")
    Story add(Access access, @PathVariable CustomerId id, @Valid @RequestBody Told told) {
        return stories.add(access, id, told.text());
    }

    @PutMapping("/api/stories/{id}")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @Operation(summary = "Say it better", description = "409 `customers/story-changed` when somebody changed it after `version`.")
    Story change(Access access, @PathVariable StoryId id, @Valid @RequestBody ToldBetter told) {
        return stories.change(access, id, told.text(), told.version());
    }

    @DeleteMapping("/api/stories/{id}")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take it away; it can be put back")
    void remove(Access access, @PathVariable StoryId id) {
        stories.remove(access, id);
    }

    @PostMapping("/api/stories/{id}/restore")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put back what was taken away")
    void restore(Access access, @PathVariable StoryId id) {
        stories.restore(access, id);
    }

    @Schema(name = "NewStory")
    record Told(@NotBlank @Size(max = 1_000) String text) {}

    /** @param version as it was read */
    @Schema(name = "StoryChange")
    record ToldBetter(@NotBlank @Size(max = 1_000) String text, int version) {}
}
