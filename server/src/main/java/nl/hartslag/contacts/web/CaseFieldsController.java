package nl.hartslag.contacts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import nl.hartslag.contacts.CaseFields;
import nl.hartslag.contacts.CaseFields.Asked;
import nl.hartslag.contacts.Result;
import nl.hartslag.organisation.Fields.Change;
import nl.hartslag.organisation.Fields.Panel;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.FieldId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a brand keeps of its cases beside the rest. */
@RestController
@Tag(name = "Fields")
class CaseFieldsController {
    private final CaseFields fields;

    CaseFieldsController(CaseFields fields) {
        this.fields = fields;
    }

    @GetMapping("/api/cases/{id}/fields")
    @Allowed(Permission.CONTACTS_VIEW)
    @Operation(summary = "The fields of a case")
    Panel of(Access access, @PathVariable CaseId id) {
        return fields.of(access, id);
    }

    @PutMapping("/api/cases/{id}/fields/{field}")
    @Allowed(Permission.CONTACTS_HANDLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Fill in a field of a case, or make it empty",
            description = "409 `fields/filled-in` when it holds something else than `before`, `cases/merged` when the case went elsewhere. Its latest conversation tells who "
                    + "changed which field, and not what stands in it.")
    void change(Access access, @PathVariable CaseId id, @Parameter(description = "Which of its fields") @PathVariable FieldId field, @Valid @RequestBody Change change) {
        fields.change(access, id, field, change);
    }

    @GetMapping("/api/contacts/{id}/asked-fields")
    @Allowed(Permission.CONTACTS_HANDLE)
    @Operation(summary = "What must be known to wrap a contact up, and what is shown of its case for its reason or result; filled in or not",
            description = "Of its case, its customer, and the orders that he named in it. Wrapping up while one that must be known is empty is refused with 422 `contacts/fields-empty` "
                    + "and an error at `fields.<owner>.<field>`; nothing else is.")
    List<Asked> asked(Access access, @PathVariable ContactId id,
            @Parameter(description = "What would come of it; as registered when absent") @RequestParam(required = false) @Nullable Result result) {
        return fields.asked(access, id, result);
    }
}
