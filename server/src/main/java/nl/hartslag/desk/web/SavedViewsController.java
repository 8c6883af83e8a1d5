package nl.hartslag.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import nl.hartslag.contacts.Priority;
import nl.hartslag.desk.SavedViews;
import nl.hartslag.desk.SavedViews.Conditions;
import nl.hartslag.desk.SavedViews.SavedView;
import nl.hartslag.desk.SavedViews.Tried;
import nl.hartslag.desk.SavedViews.Turn;
import nl.hartslag.desk.SavedViews.ViewContent;
import nl.hartslag.desk.SavedViews.Whose;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SavedViewId;
import nl.hartslag.shared.SubStateId;
import nl.hartslag.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists that people put together; what stands in them is read at `/api/desk/rows`. */
@RestController
@RequestMapping("/api/desk/views")
@Tag(name = "Desk")
class SavedViewsController {
    private static final String REFUSALS = "422 where the name is missing or nothing is asked, 403 for a team whose work you do not give out, "
            + "409 `views/too-many` beyond fifty of one person or team.";
    private final SavedViews views;

    SavedViewsController(SavedViews views) {
        this.views = views;
    }

    @GetMapping
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "Your own views, then those of your teams, by name")
    List<SavedView> all(Access access) {
        return views.all(access);
    }

    @GetMapping("/counts")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "How many open conversations stand in each of your views")
    Map<SavedViewId, Integer> counts(Access access) {
        return views.counts(access);
    }

    @GetMapping("/{id}")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "One view")
    SavedView one(Access access, @PathVariable SavedViewId id) {
        return views.view(access, id);
    }

    @PostMapping("/tried")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "What a view would hold now: how many, and the first five", description = "Nothing is kept.")
    Tried tried(Access access, @Valid @RequestBody Asked asked) {
        return views.tried(access, asked.conditions());
    }

    @PostMapping
    @Allowed(Permission.CONTACTS_VIEW)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A new view, of your own or of a team", description = REFUSALS)
    SavedView create(Access access, @Valid @RequestBody View view) {
        return views.create(access, view.content());
    }

    @PutMapping("/{id}")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "Change a view", description = "409 `views/changed` when somebody changed it after `version`. " + REFUSALS)
    SavedView change(Access access, @PathVariable SavedViewId id, @Valid @RequestBody ChangedView view) {
        return views.change(access, id, view.view().content(), view.version());
    }

    @PutMapping("/{id}/removed")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "Take a view away, or bring it back", description = "Harmless when repeated.")
    SavedView remove(Access access, @PathVariable SavedViewId id, @Valid @RequestBody Removal removal) {
        return views.remove(access, id, removal.removed());
    }

    /** @param team whose it is; absent for your own */
    @Schema(name = "SavedViewFilledIn")
    record View(@NotNull String name, @Nullable TeamId team, @Valid @NotNull Asked asked) {
        ViewContent content() {
            return new ViewContent(name, team, asked.conditions());
        }
    }

    /** @param version as it was read */
    @Schema(name = "ChangedSavedView")
    record ChangedView(int version, @Valid @NotNull View view) {}

    @Schema(name = "RemovedSavedView")
    record Removal(@NotNull Boolean removed) {}

    /**
     * What is absent asks nothing; of several in one list a conversation answers to one.
     *
     * @param media          `mail`, `chat`, `call`
     * @param dueWithinHours promised within so many hours from now; 0: that moment has passed
     * @param waitsHours     the customer waits for so many hours at least
     * @param words          in the subject or the name of the customer
     */
    @Schema(name = "ViewAsked")
    record Asked(
            @Nullable List<Whose> whose, @Nullable List<BrandId> brands, @Nullable List<QueueId> queues, @Nullable List<String> media,
            @Nullable List<Priority> priorities, @Nullable List<SubStateId> subStates, @Nullable List<CustomerGroupId> groups, @Nullable Turn turn,
            @Nullable Integer dueWithinHours, @Nullable Integer waitsHours, boolean unread, boolean undelivered, @Nullable String words) {
        Conditions conditions() {
            return new Conditions(whose, brands, queues, media, priorities, subStates, groups, turn, dueWithinHours, waitsHours, unread, undelivered, words);
        }
    }
}
