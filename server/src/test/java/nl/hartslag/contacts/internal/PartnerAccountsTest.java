package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Received;
import nl.hartslag.customers.AccountPeople;
import nl.hartslag.customers.AccountPeople.Role;
import nl.hartslag.customers.CustomerAccounts;
import nl.hartslag.customers.CustomerAccounts.Agreement;
import nl.hartslag.customers.CustomerAccounts.AgreementDraft;
import nl.hartslag.customers.CustomerAccounts.Draft;
import nl.hartslag.customers.CustomerAccounts.Filter;
import nl.hartslag.customers.CustomerAccounts.Kind;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What people of a partner see of an account of which they help one customer. */
@HartslagTest
@Import(Work.class)
class PartnerAccountsTest {
    @Autowired CustomerAccounts accounts;
    @Autowired AccountPeople people;
    @Autowired Contacts contacts;
    @Autowired Customers customers;
    @Autowired Work work;
    @Autowired MovableClock clock;
    private BrandId brand;
    private Access noor;
    private Access gijs;
    private CustomerAccountId shop;
    private CustomerId piet;
    private String domain;

    @BeforeEach
    void someoneOfWhomAPartnerHelps() {
        brand = work.aBrand();
        noor = work.anAgent(brand);
        domain = UUID.randomUUID() + ".example";
        shop = accounts.create(noor, brand, new Draft(Kind.RESELLER, "Fietsenwinkel Jansen", "R-7", noor.user(), null, List.of(domain), false));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Amsterdam"));
        agreed("Levering binnen 48 uur", today.minusDays(3), null);
        agreed("Nieuwe prijzen", today.plusDays(3), null);
        agreed("Oude prijzen", null, today.minusDays(3));
        PartnerId company = PartnerId.next();
        gijs = Access.everywhere(UserId.next(), "Gijs", "nl", EnumSet.allOf(Permission.class), Set.of(brand), Set.of(), Optional.of(company));
        Received letter = work.new Letter(brand, "piet@" + domain).arrives();
        contacts.queued(letter.contact(), QueueId.next(), Optional.of(company));
        piet = customers.find(brand, IdentityKind.EMAIL, "piet@" + domain).orElseThrow().id();
    }

    private void agreed(String title, LocalDate from, LocalDate until) {
        accounts.agree(noor, shop, new AgreementDraft(title, "", from, until, ""));
    }

    @Test
    void ofTheAccountOfAMemberItSeesWhatHoldsTodayAndNeitherWhoLooksAfterItNorItsDomains() {
        people.put(noor, shop, piet, new Role("inkoop", false, 0));
        var page = accounts.page(gijs, shop);
        assertThat(page.agreements()).extracting(Agreement::title).containsExactly("Levering binnen 48 uur");
        assertThat(page.account()).satisfies(account -> {
            assertThat(account.name()).isEqualTo("Fietsenwinkel Jansen");
            assertThat(account.manager()).isNull();
            assertThat(account.managerName()).isNull();
            assertThat(account.domains()).isEmpty();
        });
        var membership = people.of(gijs, piet).membership();
        assertThat(membership.agreements()).extracting(Agreement::title).containsExactly("Levering binnen 48 uur");
        assertThat(membership.managerName()).isNull();
        assertThat(found(gijs, "fietsen")).singleElement().satisfies(line -> assertThat(line.managerName()).isNull());
        assertThat(found(gijs, domain)).isEmpty();
    }

    @Test
    void ofTheAccountOfAnEndCustomerItSeesWhoItIsAndNothingThatWasAgreed() {
        people.link(noor, shop, piet);
        assertThat(accounts.page(gijs, shop).account().name()).isEqualTo("Fietsenwinkel Jansen");
        assertThat(accounts.page(gijs, shop).agreements()).isEmpty();
    }

    @Test
    void ourOwnPeopleSeeAllOfIt() {
        people.put(noor, shop, piet, new Role("inkoop", false, 0));
        var page = accounts.page(noor, shop);
        assertThat(page.agreements()).hasSize(3);
        assertThat(page.account().managerName()).isEqualTo("Noor");
        assertThat(page.account().domains()).containsExactly(domain);
        assertThat(people.of(noor, piet).membership().managerName()).isEqualTo("Noor");
        assertThat(found(noor, domain)).hasSize(1);
    }

    private List<CustomerAccounts.AccountLine> found(Access who, String text) {
        return accounts.list(who, new Filter(Optional.of(brand), text, Optional.empty(), false), null, 10).items();
    }
}
