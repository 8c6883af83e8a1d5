package nl.hartslag.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.ErasureId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * Erasing one customer at his request, and the proof of it. Every module erases what it keeps of him; what figures are made of stays
 * without anything that leads to him. Needs {@code customers.erase} for the brand; people of a partner company erase nobody.
 */
public interface Erasures {
    /** What would be erased, what stays and what stands in the way. */
    Preview preview(Access access, CustomerId customer);

    /**
     * Begins; the work goes on by itself and survives a restart. With a case that is open it waits until that is closed. Refused with
     * {@code customers/erasure-under-way} when it was asked already.
     */
    Receipt begin(Access access, CustomerId customer, Request request);

    /** Only while it waits for open cases; afterwards refused with {@code customers/erasure-begun}. Harmless when repeated. */
    void cancel(Access access, ErasureId erasure);

    /** Newest first; those by a rule of retention only when they are sought. @param text the beginning of a number, a reference, or who did it */
    Page<Receipt> list(Access access, String text, @Nullable String cursor, int limit);

    Receipt receipt(Access access, ErasureId erasure);

    /** Under which receipts this address was erased, newest first, at most 50; nothing is kept of the question. */
    List<Receipt> ofAddress(Access access, String address);

    enum AskedBy { CUSTOMER, REPRESENTATIVE, AUTHORITY, OURSELVES }

    enum Reason { REQUEST, NO_LONGER_NEEDED, OBJECTION, UNLAWFUL, CHILD }

    enum State { WAITING, RUNNING, DONE, CANCELLED }

    /**
     * @param reference under which the request is known elsewhere; nothing personal
     * @param ordersToo also what the law lets us keep of his orders
     * @param confirm   what the preview asks to type
     */
    @Schema(name = "ErasureRequest")
    record Request(AskedBy askedBy, Reason reason, @Nullable String reference, boolean ordersToo, String confirm) {}

    /** @param kind of what, such as {@code messages} */
    @Schema(name = "ErasureCount")
    record Count(String kind, int number) {}

    /** @param kind why it waits, such as {@code open-case} */
    @Schema(name = "ErasureHeld")
    record Held(String kind, String number, String id) {}

    /**
     * @param confirm what is typed to confirm
     * @param erased  what would go
     * @param orders  which the law orders to keep: number, amounts and days, cut loose from the customer
     * @param held    what it waits for
     * @param underWay when it was asked already
     */
    @Schema(name = "ErasurePreview")
    record Preview(
            CustomerId customer, BrandId brand, String confirm, List<Count> erased, int orders, List<Held> held, @Nullable Receipt underWay) {}

    /**
     * @param step     how many of {@code steps} are done
     * @param marks    keyed hashes of the addresses, from which no address can be found
     * @param repeatedAt when a backup from before was put back and it was done once more
     */
    @Schema(name = "ErasureReceipt")
    record Receipt(
            ErasureId id,
            long number,
            BrandId brand,
            State state,
            AskedBy askedBy,
            Reason reason,
            @Nullable String reference,
            boolean ordersToo,
            Instant requestedAt,
            String requestedBy,
            int step,
            int steps,
            List<Count> erased,
            List<Count> kept,
            List<String> marks,
            @Nullable Instant finishedAt,
            @Nullable Instant repeatedAt) {}
}
