package nl.hartslag.demo.internal.load;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Cases.CaseFilter;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.ForWhom;
import nl.hartslag.contacts.ForWhom.Choice;
import nl.hartslag.contacts.ForWhom.Newcomer;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Received;
import nl.hartslag.customers.AccountPeople;
import nl.hartslag.customers.AccountPeople.Role;
import nl.hartslag.customers.CustomerAccounts;
import nl.hartslag.customers.CustomerAccounts.AgreementDraft;
import nl.hartslag.customers.CustomerAccounts.Draft;
import nl.hartslag.customers.CustomerAccounts.Filter;
import nl.hartslag.customers.CustomerAccounts.Kind;
import nl.hartslag.customers.CustomerGroups;
import nl.hartslag.customers.CustomerGroups.Group;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Shopper;
import nl.hartslag.demo.internal.company.Table;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.MessageId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Companies that resell or buy a lot: their people, what was agreed, and the customers they come for. */
@Component
@Profile("demo")
class DemoAccounts {
    private static final String MAIL = "email";
    private static final String WHO = "carla";
    private static final List<String> ROLES = List.of("Eigenaar", "Inkoop");
    private static final int END_CUSTOMERS = 5;
    private final CustomerAccounts accounts;
    private final AccountPeople accountPeople;
    private final CustomerGroups groups;
    private final ForWhom forWhom;
    private final Cases cases;
    private final Customers customers;
    private final Contacts contacts;
    private final People people;

    DemoAccounts(CustomerAccounts accounts, AccountPeople accountPeople, CustomerGroups groups, ForWhom forWhom, Cases cases, Customers customers,
            Contacts contacts, People people) {
        this.accounts = accounts;
        this.accountPeople = accountPeople;
        this.groups = groups;
        this.forWhom = forWhom;
        this.cases = cases;
        this.customers = customers;
        this.contacts = contacts;
        this.people = people;
    }

    /** @param shoppers who came before */
    void load(Company company, Cast cast, List<Shopper> shoppers, Instant now) {
        Access access = people.access(cast.people.get(WHO)).orElseThrow();
        Set<CustomerId> taken = new HashSet<>();
        for (Table.Row row : Table.read("accounts")) {
            Company.Brand brand = company.brands().stream().filter(one -> one.key().equals(row.text("brand"))).findFirst().orElseThrow();
            List<CustomerId> came = cameBefore(access, cast, shoppers, brand.key(), taken);
            taken.addAll(came);
            one(row, cast, access, came, now);
        }
        Company.Brand first = company.brands().getFirst();
        writes(first, cast, now, "Roos de Graaf", "roos@degraaf-wonen.example", "Lamp voor een klant van ons komt niet aan",
                "Een klant van onze winkel, mevrouw De Boer, wacht al een week op haar lamp. Kunnen jullie nagaan waar die is?");
        itsOwn(access, first, cast, now);
    }

    /** Others for each account: first those who become members, then who bought through them. */
    private List<CustomerId> cameBefore(Access access, Cast cast, List<Shopper> shoppers, String brand, Set<CustomerId> taken) {
        return shoppers.stream()
                .filter(shopper -> shopper.brand().equals(brand))
                .map(shopper -> cast.customers.get(shopper.email()))
                .filter(customer -> !taken.contains(customer) && !cases(access, customer).isEmpty())
                .limit(ROLES.size() + END_CUSTOMERS)
                .toList();
    }

    private List<Cases.CaseHit> cases(Access access, CustomerId customer) {
        return cases.find(access, new CaseFilter(Optional.empty(), Optional.of(customer), null, false), null, 10).items();
    }

    private void one(Table.Row row, Cast cast, Access access, List<CustomerId> came, Instant now) {
        BrandId brand = cast.brands.get(row.text("brand"));
        boolean reseller = row.optional("reseller").isPresent();
        CustomerAccountId account = accounts.create(access, brand, new Draft(Kind.valueOf(row.text("kind")), row.text("name"), row.text("number"),
                cast.people.get(row.text("manager")), reseller ? resellers(access, brand) : null, List.of(row.text("domain")), false));
        agreed(access, account, LocalDate.ofInstant(now, ZoneOffset.UTC), reseller);
        for (int i = 0; i < ROLES.size(); i++) accountPeople.put(access, account, came.get(i), new Role(ROLES.get(i), i == 0, 0));
        if (!reseller) return;
        List<CustomerId> bought = came.subList(ROLES.size(), came.size());
        bought.forEach(customer -> accountPeople.link(access, account, customer));
        for (int i = 0; i < ROLES.size(); i++) {
            List<Cases.CaseHit> own = cases(access, came.get(i));
            for (int each = 0; each < own.size(); each += 2) forWhom.set(access, own.get(each).id(), new Choice(bought.get((i + each) % bought.size()), null));
        }
    }

    private @Nullable CustomerGroupId resellers(Access access, BrandId brand) {
        return groups.groups(access).stream().filter(one -> one.brand().equals(brand) && one.nameEn().equals("Reseller")).findFirst().map(Group::id).orElse(null);
    }

    private void agreed(Access access, CustomerAccountId account, LocalDate today, boolean reseller) {
        if (!reseller) {
            accounts.agree(access, account, new AgreementDraft("Eén factuur per maand", "Alle bestellingen van een maand op één factuur, te betalen binnen dertig dagen.",
                    today.withDayOfYear(1), null, ""));
            return;
        }
        accounts.agree(access, account, new AgreementDraft("Ruilen zonder bon", "Een klant van deze winkel ruilt binnen zestig dagen, ook zonder bon. Haal het stuk bij de winkel op.",
                today.minusMonths(5), today.plusMonths(7), "https://shop.example/afspraken/ruilen"));
        accounts.agree(access, account, new AgreementDraft("Bezorgen op zaterdag", "Zonder toeslag, als vóór donderdag is besteld.", today.minusMonths(14), today.minusMonths(2), ""));
    }

    /** A member, with an open case for a customer of his. */
    private void itsOwn(Access access, Company.Brand brand, Cast cast, Instant now) {
        CustomerAccountId account = accounts.list(access, new Filter(Optional.of(cast.brands.get(brand.key())), "De Graaf", Optional.empty(), false), null, 1).items().getFirst().id();
        Received received = writes(brand, cast, now.minus(Duration.ofMinutes(12)), "Henk de Graaf", "henk@degraaf-wonen.example", "Wanneer komt de kast van onze klant?",
                "Voor een klant van ons bestelden we drie weken geleden een kast. Wanneer kan hij die verwachten?");
        CustomerId henk = contacts.conversation(access, received.conversation()).customer();
        accountPeople.put(access, account, Objects.requireNonNull(henk), new Role("Bestellingen", false, 0));
        forWhom.set(access, received.caseId(), new Choice(null, new Newcomer("Familie Bakhuis", ""), null));
    }

    private Received writes(Company.Brand brand, Cast cast, Instant at, String name, String address, String subject, String words) {
        BrandId id = cast.brands.get(brand.key());
        CustomerId customer = customers.recognise(id, IdentityKind.EMAIL, address, name, "nl").id();
        String mail = "<" + MessageId.next() + "@customers.example>";
        return contacts.receive(new InboundMessage(Optional.empty(), id, customer, name, MAIL, "mail", cast.mailAccounts.get(brand.key()), brand.mail(),
                null, mail, mail, at, subject, "nl", "Goedemiddag,\n\n" + words + "\n\nGroet,\n" + name + "\nWoonwinkel De Graaf",
                null, null, null, false, false, true, Optional.empty(), List.of(address), List.of()));
    }
}
