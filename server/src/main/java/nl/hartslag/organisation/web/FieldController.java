package nl.hartslag.organisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.hartslag.organisation.Fields;
import nl.hartslag.organisation.Fields.Draft;
import nl.hartslag.organisation.Fields.Field;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.FieldId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a brand keeps of its customers, cases and orders beside what every brand keeps. */
@RestController
@Tag(name = "Fields")
class FieldController {
    private final Fields fields;

    FieldController(Fields fields) {
        this.fields = fields;
    }

    @GetMapping("/api/fields")
    @Allowed({Permission.ORGANISATION_CONFIGURE, Permission.CONTACTS_VIEW, Permission.CUSTOMERS_VIEW})
    @Operation(summary = "The fields of a brand in their order, also the archived ones; fifty at most")
    List<Field> all(Access access, @RequestParam BrandId brand, @Parameter(description = "Of its customers, cases or orders") @RequestParam Kind kind) {
        return fields.all(access, brand, kind);
    }

    @PostMapping("/api/fields")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a field, as the last", description = "By its `key` files and programs name it; that stays what it is. 409 `fields/too-many` above fifty.")
    Added create(Access access, @Valid @RequestBody NewField wanted) {
        return new Added(fields.create(access, wanted.brand(), wanted.kind(), wanted.key(), wanted.draft()));
    }

    @PutMapping("/api/fields/{id}")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change or archive a field; a choice that is left out is archived",
            description = "Its type stays while something is filled in. 409 `fields/changed` when somebody changed it after `version`.")
    void change(Access access, @PathVariable FieldId id, @Valid @RequestBody Changed wanted) {
        fields.change(access, id, wanted.draft(), wanted.version());
    }

    @PutMapping("/api/fields/order")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put the fields of a brand in this order; those that are not named stay behind them",
            description = "409 `fields/arranged` when they stand otherwise than in `before`, which names all of them as they stood on screen.")
    void arrange(Access access, @Valid @RequestBody Order wanted) {
        fields.arrange(access, wanted.brand(), wanted.kind(), wanted.fields(), wanted.before());
    }

    @Schema(name = "NewField")
    record NewField(@NotNull BrandId brand, @NotNull Kind kind, @NotNull String key, @NotNull @Valid Draft draft) {}

    @Schema(name = "FieldChanged")
    record Changed(@NotNull @Valid Draft draft, int version) {}

    @Schema(name = "FieldOrder")
    record Order(@NotNull BrandId brand, @NotNull Kind kind, @NotNull @Size(max = 50) List<@NotNull FieldId> fields, @NotNull @Size(max = 50) List<@NotNull FieldId> before) {}

    @Schema(name = "FieldAdded")
    record Added(FieldId id) {}
}
