package nl.hartslag.customers;

import static nl.hartslag.customers.Customers.IdentityKind.EMAIL;
import static nl.hartslag.customers.Customers.IdentityKind.PHONE;
import static nl.hartslag.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Customers.CustomerChange;
import nl.hartslag.customers.Customers.Found;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.customers.Customers.Line;
import nl.hartslag.customers.Customers.Order;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HartslagTest
class CustomersTest {
    @Autowired
    Customers customers;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    DSLContext db;

    @Autowired
    MovableClock clock;

    private BrandId brand;

    @BeforeEach
    void makeABrand() {
        String key = "t" + UUID.randomUUID().toString().substring(0, 12);
        brand = settings.createBrand(
                Accesses.administrator(),
                new BrandDraft(key, "Merk", "#c2410c", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
    }

    @Test
    void recognisesTheSameAddressHoweverItIsWritten() {
        Customer first = customers.recognise(brand, EMAIL, " Anna@Voorbeeld.NL ", "Anna", "nl");
        assertThat(customers.recognise(brand, EMAIL, "anna@voorbeeld.nl", "A. Jansen", null)).isEqualTo(first);
        assertThat(customers.find(brand, EMAIL, "ANNA@voorbeeld.nl")).contains(first);
    }

    @Test
    void recognisesAPhoneNumberWithAndWithoutCountryCode() {
        Customer first = customers.recognise(brand, PHONE, "06-12 34 56 78", null, null);
        assertThat(customers.recognise(brand, PHONE, "+31 (0)6 1234 5678", null, null).id()).isEqualTo(first.id());
        assertThat(customers.recognise(brand, PHONE, "0031612345678", null, null).id()).isEqualTo(first.id());
    }

    @Test
    void fillsInANameThatWasNotKnownAndKeepsOneThatWas() {
        customers.recognise(brand, EMAIL, "b@voorbeeld.nl", null, null);
        assertThat(customers.recognise(brand, EMAIL, "b@voorbeeld.nl", "Bram", "en").name()).isEqualTo("Bram");
        assertThat(customers.recognise(brand, EMAIL, "b@voorbeeld.nl", "Boris", "nl").name()).isEqualTo("Bram");
    }

    @Test
    void makesOneCustomerWhenManyAskAtOnce() throws Exception {
        int many = 8;
        for (int round = 0; round < 10; round++) {
            String address = "race" + round + "@voorbeeld.nl";
            CyclicBarrier start = new CyclicBarrier(many);
            List<Callable<CustomerId>> askers = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                askers.add(() -> {
                    start.await();
                    return customers.recognise(brand, EMAIL, address, "Racer", "nl").id();
                });
            }
            Set<CustomerId> found = new HashSet<>();
            try (var threads = Executors.newFixedThreadPool(many)) {
                for (var answer : threads.invokeAll(askers)) found.add(answer.get());
            }
            assertThat(found).hasSize(1);
        }
        assertThat(db.fetchCount(org.jooq.impl.DSL.table("customers.customer"),
                org.jooq.impl.DSL.condition("brand_id = ?", brand.value()))).isEqualTo(10);
    }

    @Test
    void refusesAnAddressThatIsSomebodyElses() {
        customers.recognise(brand, EMAIL, "own@voorbeeld.nl", null, null);
        CustomerId other = customers.recognise(brand, EMAIL, "other@voorbeeld.nl", null, null).id();
        assertThatThrownBy(() -> customers.addIdentity(other, EMAIL, "own@voorbeeld.nl"))
                .hasMessage("customers/identity-taken");
        customers.addIdentity(other, PHONE, "0201234567");
        assertThat(customers.identities(other)).extracting("proven").containsExactly(false, true);
    }

    @Test
    void aPersonCanSayWhoseAnAddressIsAndTakeThatBack() {
        Access noor = Accesses.administrator(brand);
        CustomerId sanne = customers.recognise(brand, EMAIL, "sanne@voorbeeld.nl", "Sanne", null).id();
        CustomerId work = customers.recognise(brand, EMAIL, "s.jansen@werk.example", "S. Jansen", null).id();
        Identity phone = customers.addIdentity(noor, sanne, PHONE, "020 123 45 67", false);
        assertThat(phone.value()).isEqualTo("+31 20 123 4567");
        assertThat(phone.proven()).isFalse();
        assertThat(customers.addIdentity(noor, sanne, PHONE, "+31201234567", false)).isEqualTo(phone);

        assertThatThrownBy(() -> customers.addIdentity(noor, sanne, EMAIL, "S.Jansen@werk.example", false))
                .isInstanceOfSatisfying(Problem.class, taken -> {
                    assertThat(taken.code()).isEqualTo("customers/identity-taken");
                    assertThat(taken.arguments()).containsEntry("customer", work.toString()).containsEntry("name", "S. Jansen");
                });
        customers.addIdentity(noor, sanne, EMAIL, "S.Jansen@werk.example", true);
        assertThat(customers.recognise(brand, EMAIL, "s.jansen@werk.example", null, null).id()).isEqualTo(sanne);
        assertThat(customers.identities(work)).isEmpty();
        customers.addIdentity(noor, work, EMAIL, "s.jansen@werk.example", true);
        assertThat(customers.recognise(brand, EMAIL, "s.jansen@werk.example", null, null).id()).isEqualTo(work);

        customers.removeIdentity(noor, sanne, phone.id());
        assertThat(customers.find(brand, PHONE, "+31201234567")).isEmpty();
        UUID last = customers.identities(sanne).getFirst().id();
        assertThatThrownBy(() -> customers.removeIdentity(noor, sanne, last)).hasMessage("customers/last-identity");
        assertThatThrownBy(() -> customers.removeIdentity(noor, work, last)).hasMessage("customers/not-found");
        assertThat(db.fetch("select kind from platform.audit where actor_id = ? order by at", noor.user().value()).getValues(0, String.class))
                .containsExactly("customer.address-added", "customer.address-moved", "customer.address-lost", "customer.address-moved",
                        "customer.address-lost", "customer.address-removed");
    }

    @Test
    void ofTwoWhoTakeTheLastTwoAddressesAwayOneIsRefused() throws Exception {
        Access noor = Accesses.administrator(brand);
        CustomerId sanne = customers.recognise(brand, EMAIL, "een@voorbeeld.nl", "Sanne", null).id();
        customers.addIdentity(noor, sanne, EMAIL, "twee@voorbeeld.nl", false);
        List<UUID> both = customers.identities(sanne).stream().map(Identity::id).toList();
        assertThat(atOnce(() -> removed(noor, sanne, both.getFirst()), () -> removed(noor, sanne, both.getLast()))).singleElement()
                .extracting(Throwable::getMessage).isEqualTo("customers/last-identity");
        assertThat(customers.identities(sanne)).hasSize(1);
    }

    private boolean removed(Access access, CustomerId customer, UUID identity) {
        customers.removeIdentity(access, customer, identity);
        return true;
    }

    @Test
    void nobodySaysWhoseAnAddressIsThatHeMayNotSee() {
        CustomerId sanne = customers.recognise(brand, EMAIL, "sanne@voorbeeld.nl", "Sanne", null).id();
        assertThatThrownBy(() -> customers.addIdentity(Accesses.administrator(), sanne, PHONE, "0201234567", false)).hasMessage("customers/not-found");
        Access reader = Accesses.with(Permission.CUSTOMERS_VIEW, brand);
        assertThatThrownBy(() -> customers.addIdentity(reader, sanne, PHONE, "0201234567", false)).hasMessage("access/denied");
        Access noor = Accesses.administrator(brand);
        assertThatThrownBy(() -> customers.addIdentity(noor, sanne, IdentityKind.EXTERNAL, "1001", false)).hasMessage("request/invalid");
        assertThatThrownBy(() -> customers.addIdentity(noor, sanne, EMAIL, "geen adres", false)).hasMessage("request/invalid");
        assertThatThrownBy(() -> customers.addIdentity(noor, sanne, EMAIL, " ", false)).hasMessage("request/invalid");
    }

    @Test
    void replacesAnOrderByItsLaterVersionAndTwiceTheSameIsHarmless() {
        customers.storeOrder(brand, order("N-1", "shop@voorbeeld.nl", "placed", 2));
        customers.storeOrder(brand, order("N-1", "shop@voorbeeld.nl", "shipped", 1));
        customers.storeOrder(brand, order("N-1", "shop@voorbeeld.nl", "shipped", 1));

        Customer buyer = customers.find(brand, EMAIL, "shop@voorbeeld.nl").orElseThrow();
        List<Order> orders = customers.orders(buyer.id());
        assertThat(orders).hasSize(1);
        assertThat(orders.getFirst().status()).isEqualTo("shipped");
        assertThat(orders.getFirst().lines()).hasSize(1);
        assertThat(customers.identities(buyer.id()).getFirst().proven()).isTrue();
    }

    @Test
    void storesManyOrdersOfNewAndKnownCustomers() {
        Customer known = customers.recognise(brand, EMAIL, "klant3@voorbeeld.nl", null, null);
        List<IncomingOrder> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) many.add(order("M-" + i, "klant" + i % 1_000 + "@voorbeeld.nl", "paid", 2));
        customers.storeOrders(brand, many);

        assertThat(customers.orders(known.id())).extracting(Order::number).containsExactlyInAnyOrder("M-3", "M-1003", "M-2003");
        assertThat(customers.customer(known.id()).orElseThrow().name()).isEqualTo("Klant van klant3@voorbeeld.nl");
    }

    @Test
    void refusesAnOrderThatIsFilledInWronglyAndStoresNothingOfTheRest() {
        IncomingOrder wrong = new IncomingOrder(
                "W-1", "no address", null, null, "Nederland", Instant.EPOCH, "lost", "paid", 1, "ZZZ",
                null, null, null, null, null, List.of(new Line("", "x", 0, 1)));
        assertThatThrownBy(() -> customers.storeOrders(brand, List.of(order("W-2", "w@voorbeeld.nl", "paid", 1), wrong)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors())
                        .containsOnlyKeys("customerEmail", "status", "currency", "country", "lines.0.sku", "lines.0.quantity"));
        assertThat(customers.find(brand, EMAIL, "w@voorbeeld.nl")).isEmpty();
    }

    @Test
    void findsByPartOfTheNameBeginningOfTheAddressPhoneAndOrderNumber() {
        CustomerId sanne = customers.recognise(brand, EMAIL, "s.devries@voorbeeld.nl", "Sanne de Vries", "nl").id();
        customers.addIdentity(sanne, PHONE, "0612345678");
        customers.storeOrder(brand, order("HB-2026-1", "s.devries@voorbeeld.nl", "paid", 1));
        customers.recognise(brand, EMAIL, "iemand@voorbeeld.nl", "Iemand Anders", "nl");

        for (String text : List.of("vries", "sanne vri", "de vries", "S.devr", "hb-2026", "06 1234", "sa")) {
            assertThat(found(text)).as(text).containsExactly(sanne);
        }
        assertThat(found("100%")).isEmpty();
        assertThat(customers.search(Accesses.administrator(brand), "vries", null, 20).items())
                .extracting(Found::name, Found::address).containsExactly(tuple("Sanne de Vries", "s.devries@voorbeeld.nl"));
        assertThat(customers.search(Accesses.administrator(), "vries", null, 20).items()).isEmpty();
        BrandId other = settings.createBrand(Accesses.administrator(), new BrandDraft("t" + UUID.randomUUID().toString().substring(0, 12), "Ander", "#c2410c", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
        Access both = Accesses.administrator(brand, other);
        CustomerId theirs = customers.recognise(other, EMAIL, "other.vries@voorbeeld.nl", "Els de Vries", "nl").id();
        for (String text : List.of("vries", "other.vries", "")) {
            assertThat(customers.search(both, Optional.of(other), text, null, 20).items()).as(text).extracting(Found::id).containsExactly(theirs);
        }
        assertThat(customers.search(Accesses.administrator(brand), Optional.of(other), "vries", null, 20).items()).isEmpty();
    }

    @Test
    void pagesThroughAllCustomersOnceNewestFirst() {
        for (int i = 0; i < 7; i++) customers.recognise(brand, EMAIL, "p" + i + "@voorbeeld.nl", "Pagina " + i, "nl");
        var admin = Accesses.administrator(brand);
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            var page = customers.search(admin, "pagina", cursor, 3);
            page.items().forEach(customer -> names.add(customer.name()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(names).containsExactly(
                "Pagina 6", "Pagina 5", "Pagina 4", "Pagina 3", "Pagina 2", "Pagina 1", "Pagina 0");
    }

    @Test
    void recordsWhoOpenedWhoseDataOncePerTenMinutes() {
        CustomerId id = customers.recognise(brand, EMAIL, "open@voorbeeld.nl", null, null).id();
        var agent = Accesses.with(Permission.CUSTOMERS_VIEW, brand);
        try {
            clock.stopAt(Instant.parse("2026-05-01T10:00:00Z"));
            customers.open(agent, id);
            customers.open(agent, id);
            customers.open(Accesses.with(Permission.CUSTOMERS_VIEW, brand), id);
            assertThat(timesOpened(id)).isEqualTo(2);
            clock.advance(Duration.ofMinutes(10));
            customers.open(agent, id);
            assertThat(timesOpened(id)).isEqualTo(3);
        } finally {
            clock.run();
        }
    }

    @Test
    void hidesCustomersOfBrandsThatOneDoesNotSee() {
        CustomerId id = customers.recognise(brand, EMAIL, "hide@voorbeeld.nl", null, null).id();
        assertThatThrownBy(() -> customers.open(Accesses.administrator(), id)).hasMessage("customers/not-found");
        assertThatThrownBy(() -> customers.open(Accesses.with(Permission.CONTACTS_VIEW, brand), id))
                .hasMessage("access/denied");
    }

    @Test
    void changesWhatIsFilledInAndLeavesTheRest() {
        CustomerId id = customers.recognise(brand, EMAIL, "change@voorbeeld.nl", "Oud", "nl").id();
        var admin = Accesses.administrator(brand);
        customers.change(admin, id, new CustomerChange("Nieuw", null, "BE", true));
        Customer changed = customers.change(admin, id, new CustomerChange(null, "", null, null));
        assertThat(changed.name()).isEqualTo("Nieuw");
        assertThat(changed.language()).isNull();
        assertThat(changed.country()).isEqualTo("BE");
        assertThat(changed.surveysDeclined()).isTrue();
    }

    private List<CustomerId> found(String text) {
        return customers.search(Accesses.administrator(brand), text, null, 20).items().stream()
                .map(Found::id)
                .toList();
    }

    private int timesOpened(CustomerId id) {
        return db.fetchCount(
                org.jooq.impl.DSL.table("platform.audit"),
                org.jooq.impl.DSL.condition("kind = 'customer.opened' and subject_id = ?", id.toString()));
    }

    private static IncomingOrder order(String number, String email, String status, int lines) {
        List<Line> products = new ArrayList<>();
        for (int i = 0; i < lines; i++) products.add(new Line("SKU-" + i, "Fietsbel", 1, 1_250));
        return new IncomingOrder(
                number, email, "Klant van " + email, "nl", "NL", Instant.parse("2026-03-02T08:00:00Z"), status, "paid",
                1_250L * lines, "EUR", "PostNL", null, null, null, null, products);
    }
}
