package nl.hartslag.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.AgreementId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Accounts: resellers and other companies whose people contact us. Reading needs {@code customers.view}, changing
 * {@code customers.change}, both for the brand. People of a partner company see an account when they may see one of its people, and
 * leave what it is to ours: they see who it is and, when they may see one of its members, the agreements that hold today; not who of us
 * looks after it, its mail domains, or other agreements. Changes are audited. Who belongs to it is told by {@link AccountPeople}.
 */
public interface CustomerAccounts {
    /** By name. */
    Page<AccountLine> list(Access access, Filter filter, @Nullable String cursor, int limit);

    AccountPage page(Access access, CustomerAccountId id);

    CustomerAccountId create(Access access, BrandId brand, Draft draft);

    /** Its brand stays. Refused with {@code customer-accounts/changed} when somebody changed it after {@code version}. */
    void change(Access access, CustomerAccountId id, Draft draft, int version);

    /** Who can look after accounts of this brand: our own people who may see its customers, by name. */
    List<Manager> managers(Access access, BrandId brand);

    AgreementId agree(Access access, CustomerAccountId id, AgreementDraft draft);

    /** Refused with {@code customer-accounts/changed} when somebody changed it after {@code version}. */
    void changeAgreement(Access access, CustomerAccountId id, AgreementId agreement, AgreementDraft draft, int version);

    /** Harmless when repeated. */
    void dropAgreement(Access access, CustomerAccountId id, AgreementId agreement, int version);

    @Schema(name = "CustomerAccountKind")
    enum Kind { RESELLER, BUSINESS }

    @Schema(name = "AgreementState")
    enum State { COMING, VALID, ENDED }

    /**
     * @param text     a part of the name, or the beginning of its number or of a mail domain
     * @param archived only those that are archived; else only those that are not
     */
    record Filter(Optional<BrandId> brand, String text, Optional<Kind> kind, boolean archived) {}

    /**
     * @param openCases of its members and end customers, of those that the reader may see; absent for who may see no cases
     * @param members   whom the reader may see
     */
    @Schema(name = "CustomerAccountLine")
    record AccountLine(
            CustomerAccountId id, BrandId brand, Kind kind, String name, @Nullable String number, @Nullable String managerName, int members,
            @Nullable Integer openCases, boolean archived) {}

    /** @param members how many the reader may see; @param endCustomers the same */
    @Schema(name = "CustomerAccountPage")
    record AccountPage(Account account, List<Agreement> agreements, int members, int endCustomers, boolean mayChange, boolean mayChangePeople) {}

    @Schema(name = "CustomerAccount")
    record Account(
            CustomerAccountId id, BrandId brand, Kind kind, String name, @Nullable String number, @Nullable UserId manager, @Nullable String managerName,
            @Nullable CustomerGroupId group, List<String> domains, Instant createdAt, boolean archived, int version) {}

    /**
     * @param number  by which we know it; empty for none
     * @param group   in which its members are, unless in one themselves
     * @param domains of its mail; whoever writes from one is suggested as a member
     */
    record Draft(
            Kind kind, String name, String number, @Nullable UserId manager, @Nullable CustomerGroupId group, List<String> domains, boolean archived) {
        public Draft {
            domains = List.copyOf(domains);
        }
    }

    /** @param validUntil the last day on which it holds */
    @Schema(name = "AccountAgreement")
    record Agreement(
            AgreementId id, String title, String words, @Nullable LocalDate validFrom, @Nullable LocalDate validUntil, @Nullable String link,
            State state, int version) {}

    /** @param link where it can be read whole; empty for none */
    record AgreementDraft(String title, String words, @Nullable LocalDate validFrom, @Nullable LocalDate validUntil, String link) {}

    @Schema(name = "AccountManager")
    record Manager(UserId id, String name) {}
}
