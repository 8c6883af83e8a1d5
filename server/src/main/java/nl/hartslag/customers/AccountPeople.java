package nl.hartslag.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.customers.CustomerAccounts.Agreement;
import nl.hartslag.customers.CustomerAccounts.Kind;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to an account: its members, who contact us, and its end customers, who bought through it. A customer is a member of one account
 * at most, and may have bought through several. Rights as for {@link CustomerAccounts}; whom one may not see is left out.
 */
public interface AccountPeople {
    Page<Member> members(Access access, CustomerAccountId account, @Nullable String cursor, int limit);

    /**
     * Makes this customer a member, or changes what he is there. The main contact before him is no longer.
     * Refused with {@code customer-accounts/member-elsewhere} when he is of another account, and with {@code customer-accounts/changed}
     * when somebody changed it after {@code version}; a customer of another brand is refused as unknown.
     */
    void put(Access access, CustomerAccountId account, CustomerId customer, Role role);

    /** Harmless when repeated. */
    void remove(Access access, CustomerAccountId account, CustomerId customer);

    /** Newest first; also those who do not buy through it any more. */
    Page<EndCustomer> endCustomers(Access access, CustomerAccountId account, String text, @Nullable String cursor, int limit);

    /** From now on this customer buys through it. Harmless when repeated. */
    void link(Access access, CustomerAccountId account, CustomerId customer);

    /** Not any more, from now on. Harmless when repeated. */
    void unlink(Access access, CustomerAccountId account, CustomerId customer);

    /**
     * Somebody we did not know yet, bought through it.
     *
     * @param address e-mail address or phone number; may be empty. Refused with {@code customers/identity-taken} when it is another's, and at
     *     {@code address} from people of a partner, who may not learn that
     */
    CustomerId introduce(Access access, CustomerAccountId account, String name, String address);

    /** The same, brought by a customer: through his account, when he is a member of one. Needs no right, for whoever handles his case. */
    CustomerId introducedBy(Access access, CustomerId by, String name, String address);

    /** What an account has to do with this customer, as it stands beside a conversation and on his page. */
    OfCustomer of(Access access, CustomerId customer);

    /** For what is said of a case: who comes for whom. Somebody who buys through the account of a member becomes its end customer. */
    void boughtThrough(Access access, CustomerId member, CustomerId endCustomer);

    /** @param role in words; may be empty; @param version that one changes; 0 for a new member */
    record Role(String role, boolean main, int version) {}

    /** @param address by which he is known, as in the list of customers */
    @Schema(name = "AccountMember")
    record Member(CustomerId customer, @Nullable String name, @Nullable String address, String role, boolean main, Instant since, int version) {}

    /** @param until when he stopped buying through it */
    @Schema(name = "AccountEndCustomer")
    record EndCustomer(CustomerId customer, @Nullable String name, @Nullable String address, Instant since, @Nullable Instant until) {}

    /**
     * @param membership of which account he is
     * @param suggested  whose mail domain he writes from, when he is a member of none
     * @param through    through which accounts he bought, newest first
     */
    @Schema(name = "AccountOfCustomer")
    record OfCustomer(@Nullable Membership membership, Optional<Suggestion> suggested, List<Through> through) {}

    /** @param agreements that hold today */
    @Schema(name = "AccountMembership")
    record Membership(
            CustomerAccountId account, Kind kind, String name, @Nullable String number, String role, boolean main, @Nullable String managerName,
            @Nullable CustomerGroupId group, List<Agreement> agreements, boolean archived) {}

    @Schema(name = "AccountSuggestion")
    record Suggestion(CustomerAccountId account, String name, String domain) {}

    @Schema(name = "BoughtThrough")
    record Through(CustomerAccountId account, String name, Instant since, @Nullable Instant until) {}
}
