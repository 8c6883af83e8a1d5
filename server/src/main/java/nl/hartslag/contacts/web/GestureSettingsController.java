package nl.hartslag.contacts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import nl.hartslag.contacts.GestureSettings;
import nl.hartslag.contacts.GestureSettings.Choice;
import nl.hartslag.contacts.GestureSettings.ChoiceDraft;
import nl.hartslag.contacts.GestureSettings.Terms;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.GestureChoiceId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What brands may give, and who may give how much. */
@RestController
@RequestMapping("/api/gesture-settings")
@Tag(name = "Gestures")
class GestureSettingsController {
    private final GestureSettings settings;
    private final People people;

    GestureSettingsController(GestureSettings settings, People people) {
        this.settings = settings;
        this.people = people;
    }

    @GetMapping("/choices")
    @Allowed(Permission.GESTURES_CONFIGURE)
    @Operation(summary = "What a brand may give, by name")
    Page<Choice> choices(
            Access access,
            @RequestParam BrandId brand,
            @Parameter(description = "Also what is no longer given") @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return settings.choices(access, brand, archived, search, cursor, limit);
    }

    @PostMapping("/choices")
    @Allowed(Permission.GESTURES_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add something that may be given")
    Made create(Access access, @RequestParam BrandId brand, @Valid @RequestBody Draft draft) {
        return new Made(settings.create(access, brand, draft.toDraft()));
    }

    @PutMapping("/choices/{id}")
    @Allowed(Permission.GESTURES_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change or archive something that may be given", description = "What was given keeps the name and the words it had then.")
    void change(Access access, @PathVariable GestureChoiceId id, @Valid @RequestBody Draft draft) {
        settings.change(access, id, draft.toDraft());
    }

    @GetMapping("/terms")
    @Allowed(Permission.GESTURES_CONFIGURE)
    @Operation(summary = "Currency, mandates and budgets of a brand")
    Terms terms(Access access, @RequestParam BrandId brand) {
        return settings.terms(access, brand);
    }

    @PutMapping("/terms")
    @Allowed(Permission.GESTURES_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Replace currency, mandates and budgets of a brand", description = "409 `gestures/terms-changed` when somebody changed them meanwhile.")
    void setTerms(Access access, @RequestParam BrandId brand, @RequestBody Terms terms) {
        settings.setTerms(access, brand, terms);
    }

    @GetMapping("/teams")
    @Allowed({Permission.GESTURES_CONFIGURE, Permission.GESTURES_VIEW})
    @Operation(summary = "Teams, by name, for choosing one")
    List<TeamName> teams(Access access) {
        return people.teams().stream()
                .filter(team -> access.partner().isEmpty() || access.partner().equals(team.partner()))
                .map(team -> new TeamName(team.id(), team.name(), team.archived())).toList();
    }

    @Schema(name = "GestureChoiceMade")
    record Made(GestureChoiceId id) {}

    @Schema(name = "GestureTeam")
    record TeamName(TeamId id, String name, boolean archived) {}

    @Schema(name = "GestureChoiceFilledIn")
    record Draft(
            @NotNull GestureSettings.Kind kind,
            @Nullable String nameNl,
            @Nullable String nameEn,
            @NotNull Long amountMinor,
            boolean free,
            @Nullable String toldNl,
            @Nullable String toldEn,
            boolean archived) {
        ChoiceDraft toDraft() {
            return new ChoiceDraft(kind, text(nameNl), text(nameEn), amountMinor, free, text(toldNl), text(toldEn), archived);
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }
}
