package nl.hartslag.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.OrderId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;

/** The door of customers. */
public interface Customers {
    /**
     * Finds the customer with this identity, or makes one; two at once get the same customer. It is the card to which the address belongs,
     * also when that was merged into another, so that what comes to it is told apart again.
     *
     * @param value as received; normalised here (an e-mail address in lower case, a phone number in E.164)
     * @param name  used when the customer is new or had no name
     */
    Customer recognise(
            BrandId brand, IdentityKind kind, String value, @Nullable String name, @Nullable String language);

    Optional<Customer> find(BrandId brand, IdentityKind kind, String value);

    /** What is known of the person; of a card that was merged, what stands on the head. */
    Optional<Customer> customer(CustomerId id);

    /** All cards of the person whose card this is, the head first; what is kept of him hangs on any of them. Mostly this one alone. */
    List<CustomerId> together(CustomerId id);

    /** Until this transaction ends no rule erases him. @return false when he is gone */
    boolean stays(CustomerId id);

    /** For a person who works with it: checks brand, partner and permission and records who opened whose data. */
    Customer open(Access access, CustomerId id);

    /** Of all cards of the person. */
    List<Identity> identities(CustomerId id);

    /** Of this card only. */
    List<Identity> identitiesOfCard(CustomerId id);

    /** As this person may see them, with those that were proposed: those of a customer who stays anonymous are known to exist, and read by whoever may erase him. */
    List<Identity> identitiesShown(Access access, CustomerId id);

    /** Adds an identity that is proven to be this customer's; refused with {@code customers/identity-taken}. */
    void addIdentity(CustomerId id, IdentityKind kind, String value);

    /**
     * What a person found out: this address is this customer's too. Not proven by that. Needs {@code customers.change}.
     *
     * @param kind e-mail or phone; the others come from machines
     * @param take also when it is another customer's until now; otherwise that is refused with {@code customers/identity-taken},
     *             which names that customer if this person may see him
     * @return proposed only, when somebody of a partner says so: whether it is known to a customer whom he may not see, is not told
     */
    Identity addIdentity(Access access, CustomerId id, IdentityKind kind, String value, boolean take);

    /**
     * This address is not this customer's; whoever writes from it is a new customer. Needs {@code customers.change}; the last
     * e-mail address or phone number stays, and is refused with {@code customers/last-identity}. One that was proposed is dismissed.
     */
    void removeIdentity(Access access, CustomerId id, UUID identity);

    /** Orders of a customer, newest first, at most 50. */
    List<Order> orders(CustomerId id);

    /**
     * Customers of the brands one sees, of a partner's people only whom the partner helps, newest first: by any part of a
     * name, the beginning of an e-mail address, phone or order number, or all when the text is empty.
     *
     * @param brand absent for all brands
     */
    Page<Found> search(Access access, Optional<BrandId> brand, String text, @Nullable String cursor, int limit);

    default Page<Found> search(Access access, String text, @Nullable String cursor, int limit) {
        return search(access, Optional.empty(), text, cursor, limit);
    }

    /**
     * Changes what is filled in; null leaves a field as it is, an empty text makes it unknown. Needs
     * {@code customers.change} and publishes {@link CustomerChanged}.
     */
    Customer change(Access access, CustomerId id, CustomerChange change);

    /** The customer does not want to be asked for an opinion, or does again. */
    void declineSurveys(CustomerId id, boolean declined);

    /**
     * Stores an order as the shop tells it; a later version of the same number replaces the earlier one. What is filled in
     * wrongly is refused with {@code request/invalid} and a code per field.
     */
    OrderId storeOrder(BrandId brand, IncomingOrder order);

    /** Many at once, for imports; faster than one by one, same rules, all or nothing. Of one number twice the last counts. */
    void storeOrders(BrandId brand, List<IncomingOrder> orders);

    enum IdentityKind { EMAIL, PHONE, BROWSER, EXTERNAL }

    record Customer(
            CustomerId id,
            BrandId brand,
            String kind,
            @Nullable String name,
            @Nullable String language,
            @Nullable String country,
            boolean surveysDeclined,
            Instant createdAt,
            @Nullable CustomerGroupId group) {}

    /** @param address by which he became known first, as the desk shows it; absent for a browser that gave none, and of who stays anonymous */
    record Found(
            CustomerId id,
            BrandId brand,
            @Nullable String name,
            @Nullable String address,
            @Nullable String country,
            boolean surveysDeclined,
            Instant createdAt) {}

    /** @param language {@code nl}, {@code en} or empty; @param country two capitals or empty */
    record CustomerChange(
            @Nullable String name,
            @Nullable String language,
            @Nullable String country,
            @Nullable Boolean surveysDeclined) {}

    /**
     * @param value {@link #UNSEEN} of a customer who stays anonymous
     * @param proposed somebody of a partner says so, and nobody of ours confirmed it: nobody is recognised by it
     */
    record Identity(UUID id, IdentityKind kind, String value, boolean proven, boolean proposed) {
        public static final String UNSEEN = "•••";

        public Identity unseen() {
            return new Identity(id, kind, UNSEEN, proven, proposed);
        }
    }

    /** Statuses: placed, paid, packed, shipped, delivered, returned, cancelled. */
    record Order(
            OrderId id,
            String number,
            Instant orderedAt,
            String status,
            String paymentStatus,
            long totalMinor,
            String currency,
            @Nullable String carrier,
            @Nullable String trackingCode,
            @Nullable LocalDate expectedOn,
            @Nullable Instant shippedAt,
            @Nullable Instant deliveredAt,
            List<Line> lines) {}

    record Line(String sku, String name, int quantity, long priceMinor) {}

    /**
     * @param customerEmail by whom it was ordered; the customer is made when unknown
     * @param fields        what the brand keeps of orders beside the rest, by the key of the field, as people write it; one that is left out stays as it is
     */
    record IncomingOrder(
            String number,
            String customerEmail,
            @Nullable String customerName,
            @Nullable String language,
            @Nullable String country,
            Instant orderedAt,
            String status,
            String paymentStatus,
            long totalMinor,
            String currency,
            @Nullable String carrier,
            @Nullable String trackingCode,
            @Nullable LocalDate expectedOn,
            @Nullable Instant shippedAt,
            @Nullable Instant deliveredAt,
            List<Line> lines,
            @Nullable Map<String, String> fields) {
        public IncomingOrder {
            Objects.requireNonNull(number);
            Objects.requireNonNull(customerEmail);
            Objects.requireNonNull(orderedAt);
            lines = List.copyOf(lines);
            fields = fields == null ? Map.of() : Map.copyOf(fields);
        }

        /** Without fields of its brand. */
        public IncomingOrder(
                String number, String customerEmail, @Nullable String customerName, @Nullable String language, @Nullable String country, Instant orderedAt,
                String status, String paymentStatus, long totalMinor, String currency, @Nullable String carrier, @Nullable String trackingCode,
                @Nullable LocalDate expectedOn, @Nullable Instant shippedAt, @Nullable Instant deliveredAt, List<Line> lines) {
            this(number, customerEmail, customerName, language, country, orderedAt, status, paymentStatus, totalMinor, currency, carrier, trackingCode, expectedOn, shippedAt,
                    deliveredAt, lines, null);
        }

        public Map<String, String> fieldTexts() {
            return fields == null ? Map.of() : fields;
        }
    }
}
