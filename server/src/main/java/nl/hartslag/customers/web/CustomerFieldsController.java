package nl.hartslag.customers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import nl.hartslag.customers.CustomerFields;
import nl.hartslag.customers.CustomerFields.OfCustomer;
import nl.hartslag.organisation.Fields.Change;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.FieldId;
import nl.hartslag.shared.OrderId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a brand keeps of its customers and their orders beside the rest. */
@RestController
@Tag(name = "Fields")
class CustomerFieldsController {
    private static final String REFUSED = "409 `fields/filled-in` when it holds something else than `before`.";
    private final CustomerFields fields;

    CustomerFieldsController(CustomerFields fields) {
        this.fields = fields;
    }

    @GetMapping("/api/customers/{id}/fields")
    @Allowed(Permission.CUSTOMERS_VIEW)
    @Operation(summary = "The fields of a customer and of his fifty latest orders; that you opened him is recorded")
    OfCustomer of(Access access, @PathVariable CustomerId id) {
        return fields.of(access, id);
    }

    @PutMapping("/api/customers/{id}/fields/{field}")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Fill in a field of a customer, or make it empty", description = REFUSED)
    void change(Access access, @PathVariable CustomerId id, @Parameter(description = "Which of its fields") @PathVariable FieldId field, @Valid @RequestBody Change change) {
        fields.change(access, id, field, change);
    }

    @PutMapping("/api/orders/{id}/fields/{field}")
    @Allowed(Permission.CUSTOMERS_CHANGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Fill in a field of an order, or make it empty", description = REFUSED)
    void change(Access access, @PathVariable OrderId id, @Parameter(description = "Which of its fields") @PathVariable FieldId field, @Valid @RequestBody Change change) {
        fields.change(access, id, field, change);
    }
}
