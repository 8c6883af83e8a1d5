package nl.hartslag.customers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.hartslag.customers.Erasures;
import nl.hartslag.customers.Erasures.AskedBy;
import nl.hartslag.customers.Erasures.Preview;
import nl.hartslag.customers.Erasures.Reason;
import nl.hartslag.customers.Erasures.Receipt;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.ErasureId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Erasing a customer, and the receipts. */
@RestController
@Tag(name = "Erasure")
class ErasureController {
    private final Erasures erasures;

    ErasureController(Erasures erasures) {
        this.erasures = erasures;
    }

    @GetMapping("/api/customers/{id}/erasure")
    @Allowed(Permission.CUSTOMERS_ERASE)
    @Operation(summary = "What erasing this customer would take, what stays, and what it would wait for")
    Preview preview(Access access, @PathVariable CustomerId id) {
        return erasures.preview(access, id);
    }

    @PostMapping("/api/customers/{id}/erasure")
    @Allowed(Permission.CUSTOMERS_ERASE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Erase this customer; cannot be undone",
            description = "The work goes on by itself; while a case of the customer is open it waits. 409 `customers/erasure-under-way` when it was asked already.")
    Receipt begin(Access access, @PathVariable CustomerId id, @Valid @RequestBody Asked asked) {
        return erasures.begin(access, id, new Erasures.Request(asked.askedBy(), asked.reason(), asked.reference(), asked.ordersToo(), asked.confirm()));
    }

    @GetMapping("/api/erasures")
    @Allowed(Permission.CUSTOMERS_ERASE)
    @Operation(summary = "Receipts of erasures, newest first")
    Page<Receipt> list(
            Access access,
            @Parameter(description = "The beginning of a number, or a part of a reference or of the name of who did it")
                    @RequestParam(defaultValue = "") @Size(max = 100) String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return erasures.list(access, text, cursor, limit);
    }

    @GetMapping("/api/erasures/{id}")
    @Allowed(Permission.CUSTOMERS_ERASE)
    @Operation(summary = "One receipt, also while the work goes on")
    Receipt receipt(Access access, @PathVariable ErasureId id) {
        return erasures.receipt(access, id);
    }

    @DeleteMapping("/api/erasures/{id}")
    @Allowed(Permission.CUSTOMERS_ERASE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take back an erasure that waits for open cases", description = "409 `customers/erasure-begun` once it has begun.")
    void cancel(Access access, @PathVariable ErasureId id) {
        erasures.cancel(access, id);
    }

    @PostMapping("/api/erasures/of-address")
    @Allowed(Permission.CUSTOMERS_ERASE)
    @Operation(summary = "Was this address erased? The receipts, newest first, at most 50",
            description = "Compared by a keyed hash; nothing is kept of the question.")
    List<Receipt> ofAddress(Access access, @Valid @RequestBody Address address) {
        return erasures.ofAddress(access, address.address());
    }

    @Schema(name = "NewErasure")
    record Asked(@NotNull AskedBy askedBy, @NotNull Reason reason, @Nullable @Size(max = 60) String reference, boolean ordersToo,
                 @NotBlank @Size(max = 320) String confirm) {}

    @Schema(name = "ErasedAddress")
    record Address(@NotBlank @Size(max = 320) String address) {}
}
