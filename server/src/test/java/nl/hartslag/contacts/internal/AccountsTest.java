package nl.hartslag.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.AccountWork;
import nl.hartslag.contacts.AccountWork.Period;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.CaseFilter;
import nl.hartslag.contacts.Cases.CaseHit;
import nl.hartslag.contacts.Cases.Joining;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.ForWhom;
import nl.hartslag.contacts.ForWhom.Choice;
import nl.hartslag.contacts.ForWhom.ForChange;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.Received;
import nl.hartslag.customers.AccountPeople;
import nl.hartslag.customers.AccountPeople.EndCustomer;
import nl.hartslag.customers.AccountPeople.Member;
import nl.hartslag.customers.AccountPeople.Role;
import nl.hartslag.customers.CustomerAccounts;
import nl.hartslag.customers.CustomerAccounts.AccountLine;
import nl.hartslag.customers.CustomerAccounts.Agreement;
import nl.hartslag.customers.CustomerAccounts.AgreementDraft;
import nl.hartslag.customers.CustomerAccounts.Draft;
import nl.hartslag.customers.CustomerAccounts.Filter;
import nl.hartslag.customers.CustomerAccounts.Kind;
import nl.hartslag.customers.CustomerAccounts.State;
import nl.hartslag.customers.CustomerGroups;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.StartsAs;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.AtOnce;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class AccountsTest {
    @Autowired CustomerAccounts accounts;
    @Autowired AccountPeople people;
    @Autowired AccountWork accountWork;
    @Autowired ForWhom forWhom;
    @Autowired Cases cases;
    @Autowired DSLContext db;
    @Autowired Contacts contacts;
    @Autowired Customers customers;
    @Autowired CustomerGroups groups;
    @Autowired GivenPromises promises;
    @Autowired Work work;
    @Autowired MovableClock clock;
    private BrandId brand;
    private Access noor;
    private String domain;
    private CustomerAccountId shop;
    private CustomerId jansen;
    private Received letter;

    @BeforeEach
    void aResellerWhoWrites() {
        brand = work.aBrand();
        noor = work.anAgent(brand);
        domain = UUID.randomUUID() + ".example";
        shop = accounts.create(noor, brand, draft("Fietsenwinkel Jansen", domain));
        letter = work.new Letter(brand, "piet@" + domain).arrives();
        jansen = customers.find(brand, IdentityKind.EMAIL, "piet@" + domain).orElseThrow().id();
    }

    @Test
    void whoeverWritesFromItsDomainIsSuggestedAndBecomesAMemberWithOneClick() {
        assertThat(people.of(noor, jansen).suggested()).hasValueSatisfying(one -> {
            assertThat(one.account()).isEqualTo(shop);
            assertThat(one.domain()).isEqualTo(domain);
        });
        people.put(noor, shop, jansen, new Role("inkoop", true, 0));
        var now = people.of(noor, jansen);
        assertThat(now.suggested()).isEmpty();
        assertThat(now.membership()).satisfies(one -> {
            assertThat(one.name()).isEqualTo("Fietsenwinkel Jansen");
            assertThat(one.role()).isEqualTo("inkoop");
            assertThat(one.main()).isTrue();
        });
        people.remove(noor, shop, jansen);
        accounts.change(noor, shop, new Draft(Kind.RESELLER, "Fietsenwinkel Jansen", "", null, null, List.of(domain), true), 0);
        assertThat(people.of(noor, jansen).suggested()).as("of an archived account").isEmpty();
    }

    @Test
    void aDomainIsOfOneAccountAndOfNoProviderForEverybody() {
        refused(() -> accounts.create(noor, brand, draft("A", "gmail.com")), "domains", "public-mail-domain");
        refused(() -> accounts.create(noor, brand, draft("A", "info@Outlook.com")), "domains", "public-mail-domain");
        refused(() -> accounts.create(noor, brand, draft("A", "geen domein")), "domains", "mail-domain");
        refused(() -> accounts.create(noor, brand, draft("A", domain.toUpperCase())), "domains", "taken");
        refused(() -> accounts.create(noor, brand, draft(" ", "x.example")), "name", "required");
        BrandId other = work.aBrand();
        assertThat(accounts.create(work.anAgent(other), other, draft("B", domain))).isNotNull();
    }

    @Test
    void ofTwoWhoChangeAnAccountTheSecondHearsItAndOthersDoNotSeeIt() {
        accounts.change(noor, shop, draft("Jansen Tweewielers", domain), 0);
        assertThatThrownBy(() -> accounts.change(noor, shop, draft("Jansen BV", domain), 0)).hasMessage("customer-accounts/changed");
        assertThat(accounts.page(noor, shop).account().name()).isEqualTo("Jansen Tweewielers");
        Access elsewhere = work.anAgent(work.aBrand());
        assertThatThrownBy(() -> accounts.page(elsewhere, shop)).hasMessage("customer-accounts/not-found");
        assertThatThrownBy(() -> accounts.change(elsewhere, shop, draft("X", domain), 1)).hasMessage("customer-accounts/not-found");
        assertThat(accounts.list(elsewhere, all(""), null, 10).items()).isEmpty();
    }

    @Test
    void aListIsByNameSearchedAndPaged() {
        CustomerAccountId second = accounts.create(noor, brand, new Draft(Kind.BUSINESS, "aannemer Bos", "D-77", noor.user(), null, List.of("bos.example"), false));
        var first = accounts.list(noor, all(""), null, 1);
        assertThat(first.items()).extracting(AccountLine::id).containsExactly(second);
        assertThat(first.items().getFirst().managerName()).isEqualTo(noor.name());
        assertThat(accounts.list(noor, all(""), first.next(), 1)).satisfies(page -> {
            assertThat(page.items()).extracting(AccountLine::id).containsExactly(shop);
            assertThat(page.next()).isNull();
        });
        for (String text : List.of("Bos", "d-7", "bos.ex")) assertThat(accounts.list(noor, all(text), null, 10).items()).extracting(AccountLine::id).containsExactly(second);
        assertThat(accounts.list(noor, new Filter(Optional.of(brand), "", Optional.of(Kind.RESELLER), false), null, 10).items()).extracting(AccountLine::id).containsExactly(shop);
        assertThat(accounts.list(noor, new Filter(Optional.empty(), "", Optional.empty(), true), null, 10).items()).isEmpty();
    }

    @Test
    void whatEndedStandsBelowAndOnlyWhatHoldsStandsBesideAConversation() {
        people.put(noor, shop, jansen, new Role("", false, 0));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        accounts.agree(noor, shop, agreement("Oud", today.minusDays(30), today.minusDays(2)));
        accounts.agree(noor, shop, agreement("Straks", today.plusDays(3), null));
        var holds = accounts.agree(noor, shop, agreement("Levering binnen 48 uur", today.minusDays(3), today.plusDays(3)));
        assertThat(accounts.page(noor, shop).agreements()).extracting(Agreement::state).containsExactly(State.VALID, State.COMING, State.ENDED);
        assertThat(people.of(noor, jansen).membership().agreements()).extracting(Agreement::id).containsExactly(holds);
        refused(() -> accounts.agree(noor, shop, agreement("Andersom", today, today.minusDays(1))), "validUntil", "before-from");
        refused(() -> accounts.agree(noor, shop, new AgreementDraft("Link", "", null, null, "javascript:alert(1)")), "link", "link");
        accounts.changeAgreement(noor, shop, holds, agreement("Levering binnen een dag", null, null), 0);
        assertThatThrownBy(() -> accounts.changeAgreement(noor, shop, holds, agreement("X", null, null), 0)).hasMessage("customer-accounts/changed");
        assertThatThrownBy(() -> accounts.dropAgreement(noor, shop, holds, 0)).hasMessage("customer-accounts/changed");
        accounts.dropAgreement(noor, shop, holds, 1);
        accounts.dropAgreement(noor, shop, holds, 1);
        assertThat(people.of(noor, jansen).membership().agreements()).isEmpty();
    }

    @Test
    void aCustomerIsOfOneAccountAndAnAccountHasOneMainContact() {
        CustomerAccountId other = accounts.create(noor, brand, draft("Ander", "ander" + domain));
        CustomerId second = customer("kees@" + domain);
        people.put(noor, shop, jansen, new Role("eigenaar", true, 0));
        people.put(noor, shop, second, new Role("monteur", true, 0));
        assertThat(people.members(noor, shop, null, 10).items()).filteredOn(Member::main).extracting(Member::customer).containsExactly(second);
        assertThatThrownBy(() -> people.put(noor, other, jansen, new Role("", false, 0))).hasMessage("customer-accounts/member-elsewhere");
        assertThatThrownBy(() -> people.put(noor, shop, jansen, new Role("x", false, 1))).as("no main contact any more").hasMessage("customer-accounts/changed");
        assertThatThrownBy(() -> people.put(noor, shop, customerElsewhere(), new Role("", false, 0))).hasMessage("customers/not-found");
    }

    @Test
    void ofTwoAccountsThatTakeACustomerAtOnceOneGetsHim() throws Exception {
        CustomerAccountId other = accounts.create(noor, brand, draft("Ander", "ander" + domain));
        var refused = AtOnce.atOnce(() -> taken(shop), () -> taken(other));
        assertThat(refused).singleElement().satisfies(one -> assertThat(one).hasMessage("customer-accounts/member-elsewhere"));
        assertThat(people.of(noor, jansen).membership()).isNotNull();
    }

    @Test
    void membersFollowTheGroupOfTheAccountUnlessInOneThemselves() {
        Access admin = Accesses.administrator(brand);
        CustomerGroupId resellers = groups.create(admin, brand, new CustomerGroups.Draft("Wederverkoper", "Reseller", CustomerGroups.Colour.BLUE, 10, StartsAs.HIGH, false));
        CustomerGroupId own = groups.create(admin, brand, new CustomerGroups.Draft("Eigen", "Own", CustomerGroups.Colour.RED, 20, StartsAs.LOW, false));
        people.put(noor, shop, jansen, new Role("", false, 0));
        accounts.change(noor, shop, new Draft(Kind.RESELLER, "Jansen", "", null, resellers, List.of(domain), false), 0);
        assertThat(groups.of(jansen)).contains(resellers);
        assertThat(contacts.contactOf(work.new Letter(brand, "piet@" + domain).arrives().contact()).priority()).isEqualTo(Priority.HIGH);
        groups.put(noor, jansen, own);
        assertThat(groups.of(jansen)).contains(own);
        groups.put(noor, jansen, null);
        accounts.change(noor, shop, new Draft(Kind.RESELLER, "Jansen", "", null, resellers, List.of(domain), true), 1);
        assertThat(groups.of(jansen)).as("of an archived account").isEmpty();
        CustomerAccountId other = accounts.create(noor, brand, draft("Ander", "ander" + domain));
        refused(() -> accounts.change(noor, other, new Draft(Kind.RESELLER, "Ander", "", UserId.next(), CustomerGroupId.next(), List.of(), false), 0), "group", "unknown");
    }

    @Test
    void aCaseIsForAnEndCustomerAndStandsWithBoth() {
        people.put(noor, shop, jansen, new Role("", false, 0));
        CustomerId boer = people.introduce(noor, shop, "M. de Boer", "");
        CustomerId other = customer("els@home.example");
        forWhom.set(noor, letter.caseId(), new Choice(boer, null));
        assertThatThrownBy(() -> forWhom.set(noor, letter.caseId(), new Choice(other, null))).hasMessage("cases/for-changed");
        var page = cases.page(noor, letter.caseId(), 100);
        assertThat(page.view().forWhom().name()).isEqualTo("M. de Boer");
        assertThat(page.forChanges()).extracting(ForChange::byName).containsExactly(noor.name());
        for (CustomerId one : List.of(jansen, boer)) {
            assertThat(cases.find(noor, new CaseFilter(Optional.of(brand), Optional.of(one), null, false), null, 10).items()).singleElement().satisfies(hit -> {
                assertThat(hit.accountName()).isEqualTo("Fietsenwinkel Jansen");
                assertThat(hit.forWhom().name()).isEqualTo("M. de Boer");
            });
            assertThat(contacts.history(noor, one, null, 10).items()).singleElement().extracting(ContactView::spans)
                    .satisfies(spans -> assertThat(spans.forWhom().id()).isEqualTo(boer));
        }
        assertThat(cases.find(noor, new CaseFilter(Optional.of(brand), Optional.empty(), "de Boer", false), null, 10).items()).hasSize(1);
        assertThat(contacts.messages(noor, letter.conversation(), 0, 10)).extracting(MessageView::text).contains("case.for-other");
        forWhom.set(noor, letter.caseId(), new Choice(other, boer));
        assertThat(people.endCustomers(noor, shop, "", null, 10).items()).extracting(EndCustomer::customer).containsExactly(other, boer);
        assertThat(people.of(noor, other).through()).singleElement().satisfies(one -> assertThat(one.account()).isEqualTo(shop));
        forWhom.set(noor, letter.caseId(), new Choice(null, other));
        assertThat(cases.page(noor, letter.caseId(), 100).view().forWhom()).isNull();
        assertThat(cases.page(noor, letter.caseId(), 100).forChanges()).hasSize(3);
        refused(() -> forWhom.set(noor, letter.caseId(), new Choice(jansen, null)), "customer", "same-customer");
        refused(() -> forWhom.set(noor, letter.caseId(), new Choice(customerElsewhere(), null)), "customer", "unknown");
    }

    @Test
    void aCaseThatGoesOnForAnotherIsForTheSamePerson() {
        CustomerId boer = people.introduce(noor, shop, "M. de Boer", "boer@home.example");
        assertThatThrownBy(() -> people.introduce(noor, shop, "Een ander", "boer@home.example")).hasMessage("customers/identity-taken");
        refused(() -> people.introduce(noor, shop, "Een ander", "boer@"), "address", "address");
        forWhom.set(noor, letter.caseId(), new Choice(boer, null));
        Received second = work.aLetter(brand).arrives();
        cases.merge(noor, letter.caseId(), new Joining(second.caseId(), null, "key"));
        assertThat(cases.page(noor, second.caseId(), 100).view().forWhom().id()).isEqualTo(boer);
        assertThatThrownBy(() -> forWhom.set(noor, letter.caseId(), new Choice(null, boer))).hasMessage("cases/merged");
    }

    @Test
    void whenTheJoinIsTakenBackItIsForWhomItWasBefore() {
        CustomerId boer = people.introduce(noor, shop, "M. de Boer", "");
        CustomerId els = people.introduce(noor, shop, "Els", "");
        forWhom.set(noor, letter.caseId(), new Choice(boer, null));
        Received second = work.aLetter(brand).arrives();
        var joined = cases.merge(noor, letter.caseId(), new Joining(second.caseId(), null, "een"));
        cases.undo(noor, joined);
        assertThat(cases.page(noor, second.caseId(), 100).view().forWhom()).isNull();
        assertThat(cases.page(noor, second.caseId(), 100).forChanges()).extracting(ForChange::became).hasSize(2).first().isNull();
        assertThat(cases.page(noor, letter.caseId(), 100).view().forWhom().id()).isEqualTo(boer);

        var again = cases.merge(noor, letter.caseId(), new Joining(second.caseId(), null, "twee"));
        forWhom.set(noor, second.caseId(), new Choice(els, boer));
        cases.undo(noor, again);
        assertThat(cases.page(noor, second.caseId(), 100).view().forWhom().id()).as("said since").isEqualTo(els);
    }

    @Test
    void thePageOfAnAccountHasAllItsCasesAndSaysWhyTheyCame() {
        people.put(noor, shop, jansen, new Role("", false, 0));
        Received ofEndCustomer = work.new Letter(brand, "els@home.example").arrives();
        people.link(noor, shop, customer("els@home.example"));
        work.aLetter(brand).arrives();
        contacts.take(noor, letter.contact());
        promises.give(noor, letter.conversation(), new GivenPromises.NewPromise(GivenPromises.Act.CALL_BACK, "Wij bellen", null, clock.instant().plus(Duration.ofDays(1)), null, "key"));
        contacts.take(noor, ofEndCustomer.contact());
        work.wrapUp(noor, ofEndCustomer.contact(), work.aReason(brand), CaseState.SOLVED);
        assertThat(found(false, false)).extracting(CaseHit::id).containsExactlyInAnyOrder(letter.caseId(), ofEndCustomer.caseId());
        assertThat(found(true, false)).extracting(CaseHit::id).containsExactly(letter.caseId());
        assertThat(found(false, true)).extracting(CaseHit::id).containsExactly(ofEndCustomer.caseId());
        var now = accountWork.of(noor, shop);
        assertThat(now.openCases()).isEqualTo(1);
        assertThat(now.openPromises()).isEqualTo(1);
        assertThat(now.firstDue()).singleElement().satisfies(one -> assertThat(one.words()).isEqualTo("Wij bellen"));
        assertThat(now.periods()).extracting(Period::contacts).containsExactly(2, 2, 2);
        assertThat(now.periods().getFirst().asked()).singleElement().satisfies(one -> assertThat(one.contacts()).isEqualTo(1));
        assertThat(accounts.list(noor, all(""), null, 10).items()).singleElement().satisfies(line -> {
            assertThat(line.openCases()).isEqualTo(1);
            assertThat(line.members()).isEqualTo(1);
        });
        clock.advance(Duration.ofDays(40));
        assertThat(accountWork.of(noor, shop).periods()).extracting(Period::contacts).containsExactly(0, 2, 2);
        people.unlink(noor, shop, customer("els@home.example"));
        assertThat(found(false, false)).extracting(CaseHit::id).containsExactly(letter.caseId());
        assertThat(people.of(noor, customer("els@home.example")).through()).singleElement().satisfies(one -> assertThat(one.until()).isNotNull());
    }

    @Test
    void aPartnerSeesAnAccountWhenItHelpsOneOfItsPeopleAndOfItOnlyThose() {
        PartnerId company = PartnerId.next();
        Access gijs = Access.everywhere(UserId.next(), "Gijs", "nl", EnumSet.allOf(Permission.class), Set.of(brand), Set.of(), Optional.of(company));
        people.put(noor, shop, jansen, new Role("", false, 0));
        work.new Letter(brand, "els@home.example").arrives();
        people.link(noor, shop, customer("els@home.example"));
        assertThatThrownBy(() -> accounts.page(gijs, shop)).hasMessage("customer-accounts/not-found");
        assertThat(accounts.list(gijs, all(""), null, 10).items()).isEmpty();
        contacts.queued(letter.contact(), QueueId.next(), Optional.of(company));
        assertThat(accounts.page(gijs, shop).members()).isEqualTo(1);
        assertThat(accounts.page(gijs, shop).endCustomers()).isZero();
        assertThat(people.endCustomers(gijs, shop, "", null, 10).items()).isEmpty();
        assertThat(accountWork.of(gijs, shop).openCases()).isEqualTo(1);
        assertThat(accountWork.of(gijs, shop).periods().getFirst().contacts()).isEqualTo(1);
        assertThatThrownBy(() -> accounts.change(gijs, shop, draft("X", domain), 0)).hasMessage("customer-accounts/own-people");
        refused(() -> forWhom.set(gijs, letter.caseId(), new Choice(customer("els@home.example"), null)), "customer", "unknown");
        forWhom.set(gijs, letter.caseId(), new Choice(null, new ForWhom.Newcomer("M. de Boer", ""), null));
        CustomerId boer = cases.page(noor, letter.caseId(), 100).view().forWhom().id();
        assertThat(customers.open(gijs, boer).name()).as("whoever sees a case knows for whom it is").isEqualTo("M. de Boer");
        assertThat(cases.page(gijs, letter.caseId(), 100).view().forWhom().id()).isEqualTo(boer);
    }

    @Test
    void whoBringsSomebodyForAPartnerLearnsNotWhoseAnAddressIs() {
        PartnerId company = PartnerId.next();
        Access gijs = Access.everywhere(UserId.next(), "Gijs", "nl", EnumSet.allOf(Permission.class), Set.of(brand), Set.of(), Optional.of(company));
        contacts.queued(letter.contact(), QueueId.next(), Optional.of(company));
        people.put(noor, shop, jansen, new Role("", false, 0));
        customer("els@home.example");
        for (String address : List.of("els@home.example", "nobody@home.example", "+31612345678", "geen adres")) {
            refused(() -> forWhom.set(gijs, letter.caseId(), new Choice(null, new ForWhom.Newcomer("Els", address), null)), "address", "name-alone");
            refused(() -> people.introduce(gijs, shop, "Els", address), "address", "name-alone");
        }
        assertThat(people.endCustomers(noor, shop, "", null, 10).items()).isEmpty();
        CustomerId boer = people.introduce(gijs, shop, "M. de Boer", " ");
        assertThat(db.fetch("select kind, actor_id from platform.audit where subject_type = 'customer' and subject_id = ?", boer.toString()).intoMaps())
                .containsExactly(Map.of("kind", "customer.introduced", "actor_id", gijs.user().value()));
    }

    @Test
    void anAddressThatAPartnerProposesLeadsToNobodyBeforeOurOwnPeopleConfirmIt() {
        PartnerId company = PartnerId.next();
        Access gijs = Access.everywhere(UserId.next(), "Gijs", "nl", EnumSet.allOf(Permission.class), Set.of(brand), Set.of(), Optional.of(company));
        contacts.queued(letter.contact(), QueueId.next(), Optional.of(company));
        CustomerId els = customer("els@home.example");
        for (String address : List.of("els@home.example", "nieuw@home.example")) {
            assertThat(customers.addIdentity(gijs, jansen, IdentityKind.EMAIL, address, true).proposed()).isTrue();
            assertThat(customers.addIdentity(gijs, jansen, IdentityKind.EMAIL, address, true).proposed()).isTrue();
        }
        assertThat(customers.find(brand, IdentityKind.EMAIL, "nieuw@home.example")).isEmpty();
        assertThat(customer("els@home.example")).isEqualTo(els);
        assertThat(customers.identitiesShown(noor, jansen)).filteredOn(Identity::proposed).extracting(Identity::value).containsExactly("els@home.example", "nieuw@home.example");
        assertThatThrownBy(() -> customers.addIdentity(noor, jansen, IdentityKind.EMAIL, "els@home.example", false)).hasMessage("customers/identity-taken");
        assertThat(customers.addIdentity(noor, jansen, IdentityKind.EMAIL, "els@home.example", true).proposed()).isFalse();
        assertThat(customers.addIdentity(noor, jansen, IdentityKind.EMAIL, "nieuw@home.example", false).proposed()).isFalse();
        assertThat(customers.identitiesShown(noor, jansen)).noneMatch(Identity::proposed).hasSize(3);
        assertThat(customer("nieuw@home.example")).isEqualTo(jansen);
        assertThat(customers.addIdentity(gijs, jansen, IdentityKind.EMAIL, "nieuw@home.example", false).proposed()).as("he sees that it is").isFalse();
    }

    private boolean taken(CustomerAccountId by) {
        people.put(noor, by, jansen, new Role("", false, 0));
        return true;
    }

    private List<CaseHit> found(boolean open, boolean solved) {
        return cases.find(noor, new CaseFilter(Optional.empty(), Optional.empty(), Optional.of(shop), null, open, solved, Optional.empty(), Optional.empty(), Optional.empty()), null, 10).items();
    }

    private CustomerId customer(String address) {
        return customers.recognise(brand, IdentityKind.EMAIL, address, "Klant", "nl").id();
    }

    private CustomerId customerElsewhere() {
        return customers.recognise(work.aBrand(), IdentityKind.EMAIL, UUID.randomUUID() + "@home.example", "Klant", "nl").id();
    }

    private static Filter all(String text) {
        return new Filter(Optional.empty(), text, Optional.empty(), false);
    }

    private static Draft draft(String name, String domain) {
        return new Draft(Kind.RESELLER, name, "", null, null, List.of(domain), false);
    }

    private static AgreementDraft agreement(String title, LocalDate from, LocalDate until) {
        return new AgreementDraft(title, "", from, until, "");
    }

    private static void refused(ThrowingCallable what, String field, String code) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry(field, code));
    }
}
