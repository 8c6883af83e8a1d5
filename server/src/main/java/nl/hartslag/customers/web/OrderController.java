package nl.hartslag.customers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.customers.OrderImports;
import nl.hartslag.customers.OrderImports.ImportView;
import nl.hartslag.customers.OrderImports.RefusedRow;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.OrderId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Orders as the shop tells them: one by one from its program, or many in a file. */
@RestController
@Tag(name = "Orders")
class OrderController {
    private static final long LARGEST_FILE = 50L * 1024 * 1024;
    private final Customers customers;
    private final OrderImports imports;

    OrderController(Customers customers, OrderImports imports) {
        this.customers = customers;
        this.imports = imports;
    }

    record StoredOrder(OrderId id) {}

    @Operation(
            summary = "Store an order; a later version of the same number replaces the earlier one",
            description = "Statuses: placed, paid, packed, shipped, delivered, returned, cancelled. Payment: open,"
                    + " authorised, paid, refunded, failed. Amounts are in minor units (cents). The customer is made when"
                    + " the address is new. `fields` holds what the brand keeps of orders beside the rest, by the key of the"
                    + " field, as people write it: the name of a choice, yes or no, 2026-12-31, 12.50; several choices with | between"
                    + " them. What is left out stays as it is, an empty text makes it empty.")
    @Allowed(Permission.ORDERS_IMPORT)
    @PostMapping("/api/orders")
    StoredOrder store(Access access, @Parameter(description = "The brand that sold") @RequestParam BrandId brand, @RequestBody IncomingOrder order) {
        if (!access.brands().contains(brand)) throw Problem.notFound("brands");
        return new StoredOrder(customers.storeOrder(brand, order));
    }

    @Operation(
            summary = "Bring in a CSV file with orders, at most 50 MB",
            description = "One row per order line, rows of one order together. Columns: order_number, email, ordered_at,"
                    + " status and total are required; name, language, country, payment_status, currency, carrier,"
                    + " tracking_code, expected_on, shipped_at, delivered_at, sku, product, quantity and price may be left"
                    + " out. A column by the key of a field of the brand fills that field; what is left blank stays as it is."
                    + " Orders with a wrong row are refused whole; the others are stored. The same file twice is"
                    + " harmless.")
    @Allowed(Permission.ORDERS_IMPORT)
    @PostMapping(value = "/api/orders/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportView importFile(Access access, @Parameter(description = "The brand that sold") @RequestParam BrandId brand, @RequestParam MultipartFile file) {
        if (file.getSize() > LARGEST_FILE) throw Problem.of("request/too-large", 413);
        String name = file.getOriginalFilename();
        return imports.run(access, brand, name == null ? "orders.csv" : name, file::getInputStream);
    }

    @Operation(summary = "Files that were brought in, newest first")
    @Allowed(Permission.ORDERS_IMPORT)
    @GetMapping("/api/orders/imports")
    Page<ImportView> list(
            Access access,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return imports.list(access, cursor, limit);
    }

    @Operation(summary = "The first 200 refused rows of a file, with what is wrong in your language")
    @Allowed(Permission.ORDERS_IMPORT)
    @GetMapping("/api/orders/imports/{id}/refused")
    List<RefusedRow> refused(Access access, @PathVariable UUID id) {
        return imports.refused(access, id);
    }

    @Operation(summary = "All refused rows as a CSV file, ready to be mended and brought in again")
    @Allowed(Permission.ORDERS_IMPORT)
    @GetMapping(value = "/api/orders/imports/{id}/refused.csv", produces = "text/csv")
    void refusedFile(Access access, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        imports.refused(access, id);
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"refused-rows.csv\"");
        imports.writeRefused(access, id, response.getWriter());
    }
}
