package nl.hartslag.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import nl.hartslag.assistant.Suggestions;
import nl.hartslag.assistant.Suggestions.LikelyReason;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.ContactId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Assistant")
class SuggestionsController {
    private final Suggestions suggestions;

    SuggestionsController(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Operation(
            summary = "For which reasons the customer probably comes, the likeliest first, at most three",
            description = "By the words he wrote and what was registered for such words before, in this brand and queue. Nothing below a"
                    + " confidence of 0.15, nor before twenty contacts were registered. `alike` says how many earlier contacts of that reason"
                    + " had the word that tells most.")
    @Allowed(Permission.CONTACTS_HANDLE)
    @GetMapping("/api/assistant/contacts/{id}/reasons")
    List<LikelyReason> reasons(Access access, @PathVariable ContactId id) {
        return suggestions.reasons(access, id);
    }
}
