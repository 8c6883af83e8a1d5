package nl.hartslag.channels.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.hartslag.channels.Widgets;
import nl.hartslag.channels.Widgets.Settings;
import nl.hartslag.channels.Widgets.Widget;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ReasonId;
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

/** Chat widgets, for whoever may configure channels. */
@RestController
@RequestMapping("/api/channels/widgets")
@Tag(name = "Channels")
class WidgetSettingsController {
    private final Widgets widgets;
    private final Organisation organisation;

    WidgetSettingsController(Widgets widgets, Organisation organisation) {
        this.widgets = widgets;
        this.organisation = organisation;
    }

    record WidgetRow(AccountId id, String key, BrandId brand, String brandName, String brandAccent, Settings settings) {}

    @Schema(name = "WidgetReasonChoice")
    record ReasonChoice(ReasonId id, String nameNl, String nameEn) {}

    @Schema(name = "WidgetBrandChoice")
    record BrandChoice(BrandId id, String name, String accent, List<ReasonChoice> reasons) {}

    record WidgetList(List<WidgetRow> items, List<BrandChoice> brands) {}

    record WidgetForm(
            @Nullable BrandId brand,
            @NotBlank @Size(max = 80) String name,
            @Nullable @Pattern(regexp = "#[0-9a-f]{6}") String accent,
            @NotNull @Pattern(regexp = "left|right") String position,
            @Nullable @Pattern(regexp = "nl|en") String language,
            @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 200) String> origins,
            @NotNull @Size(max = 50) List<ReasonId> reasons,
            boolean active,
            boolean transcripts,
            @Min(1) @Max(120) int askMinutes,
            @Min(1) @Max(120) int endMinutes) {
        Settings settings() {
            return new Settings(name, accent, position, language, origins, reasons, active, transcripts, askMinutes, endMinutes);
        }
    }

    record Secret(String secret) {}

    @Operation(summary = "Chat widgets of the brands you may see, and what a new one can be made of")
    @Allowed(Permission.CHANNELS_CONFIGURE)
    @GetMapping
    WidgetList all(Access access) {
        List<BrandChoice> brands = organisation.brands().stream().filter(brand -> access.brands().contains(brand.id()))
                .map(brand -> new BrandChoice(brand.id(), brand.name(), brand.accent(), organisation.reasons(brand.id()).stream()
                        .map(reason -> new ReasonChoice(reason.id(), reason.nameNl(), reason.nameEn())).toList()))
                .toList();
        return new WidgetList(widgets.all(access).stream().map(this::row).toList(), brands);
    }

    @Operation(summary = "Make a chat widget", description = "422 request/invalid: origins must be addresses of pages")
    @Allowed(Permission.CHANNELS_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping
    WidgetRow create(Access access, @Valid @RequestBody WidgetForm form) {
        if (form.brand() == null) throw Problem.invalid("brand", "required");
        return row(widgets.create(access, form.brand(), form.settings()));
    }

    @Operation(summary = "Change a chat widget; its brand stays", description = "404 widgets/not-found, 422 request/invalid")
    @Allowed(Permission.CHANNELS_CONFIGURE)
    @PutMapping("/{id}")
    WidgetRow change(Access access, @PathVariable AccountId id, @Valid @RequestBody WidgetForm form) {
        return row(widgets.change(access, id, form.settings()));
    }

    @Operation(summary = "The secret with which the shop signs who its customer is; seeing it is recorded")
    @Allowed(Permission.CHANNELS_CONFIGURE)
    @PostMapping("/{id}/secret/shown")
    Secret secret(Access access, @PathVariable AccountId id) {
        return new Secret(widgets.secret(access, id));
    }

    @Operation(summary = "A new secret; signatures by the old one are refused from now on")
    @Allowed(Permission.CHANNELS_CONFIGURE)
    @PostMapping("/{id}/secret")
    Secret renew(Access access, @PathVariable AccountId id) {
        return new Secret(widgets.renewSecret(access, id));
    }

    private WidgetRow row(Widget widget) {
        var brand = organisation.brand(widget.brand());
        return new WidgetRow(widget.id(), widget.key(), brand.id(), brand.name(), brand.accent(), widget.settings());
    }
}
