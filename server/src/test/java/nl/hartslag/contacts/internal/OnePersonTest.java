package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Eventually.eventually;
import static nl.hartslag.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.NewPromise;
import nl.hartslag.contacts.Received;
import nl.hartslag.customers.AccountPeople;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.CustomerChange;
import nl.hartslag.customers.Customers.Found;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.customers.Customers.Line;
import nl.hartslag.customers.Customers.Order;
import nl.hartslag.customers.Erasures;
import nl.hartslag.customers.OnePerson;
import nl.hartslag.customers.OnePerson.Fact;
import nl.hartslag.customers.OnePerson.Merge;
import nl.hartslag.customers.OnePerson.MergedCard;
import nl.hartslag.customers.OnePerson.Suggestion;
import nl.hartslag.customers.OnePerson.Why;
import nl.hartslag.customers.Stories;
import nl.hartslag.customers.Timeline;
import nl.hartslag.desk.Desk;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.AtOnce;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class OnePersonTest {
    private static final String EVERY_REFERENCE = """
            select table_schema || '.' || table_name as place, column_name as field from information_schema.columns
            where data_type = 'uuid' and (column_name in ('customer_id', 'for_customer_id', 'other_id', 'was', 'became'))
              and table_schema in ('customers', 'contacts', 'channels', 'desk', 'feedback')
              and (table_schema, table_name) in (select schemaname, tablename from pg_tables)
              and table_name not in ('address_change', 'not_same') order by 1, 2""";
    @Autowired OnePerson people;
    @Autowired Customers customers;
    @Autowired Stories stories;
    @Autowired AccountPeople accounts;
    @Autowired Timeline timeline;
    @Autowired Contacts contacts;
    @Autowired GivenPromises promises;
    @Autowired Erasures erasures;
    @Autowired Desk desk;
    @Autowired Work work;
    @Autowired MovableClock clock;
    @Autowired DSLContext db;
    private BrandId brand;
    private Access noor;
    private Access agent;
    private String home;
    private String office;
    private CustomerId eva;
    private CustomerId maas;

    @BeforeEach
    void twoCards() {
        brand = work.aBrand();
        noor = Accesses.administrator(brand);
        agent = work.anAgent(brand);
        home = UUID.randomUUID() + "@home.example";
        office = UUID.randomUUID() + "@work.example";
        eva = someone(home, "Eva Maas");
        maas = someone(office, "E. Maas");
    }

    @Test
    void haveOnePageOneHistoryAndOneOfEverything() {
        everythingHappensWith(home, eva);
        everythingHappensWith(office, maas);
        merge(eva, maas);
        for (CustomerId card : List.of(eva, maas)) {
            assertThat(customers.open(noor, card)).extracting(Customers.Customer::id, Customers.Customer::name).containsExactly(eva, "Eva Maas");
            assertThat(customers.identitiesShown(noor, card)).extracting(Identity::value).containsExactly(home, office);
            assertThat(customers.orders(card)).hasSize(2);
            assertThat(contacts.history(noor, card, null, 50).items()).hasSize(2);
            assertThat(stories.of(noor, card, null, 50).items()).hasSize(2);
            assertThat(kinds(card)).containsExactlyInAnyOrderEntriesOf(Map.of(Timeline.Kind.CONTACT, 2L, Timeline.Kind.ORDER, 2L, Timeline.Kind.STORY, 2L, Timeline.Kind.PROMISE, 2L,
                    Timeline.Kind.ADDRESS, 3L));
        }
        assertThat(customers.search(noor, "", null, 50).items()).extracting(Found::id).containsExactly(eva);
        assertThat(customers.search(noor, office, null, 50).items()).extracting(Found::id).containsExactly(eva);
        assertThat(people.merged(noor, eva)).extracting(MergedCard::id, MergedCard::name, MergedCard::addresses).containsExactly(tuple(maas, "E. Maas", List.of(office)));
        Received again = work.new Letter(brand, office).arrives();
        assertThat(desk.open(noor, again.conversation()).row().customerName()).isEqualTo("Eva Maas");
    }

    /** A law: however they are merged and whatever was chosen, taken apart in the other order everything is as it was. */
    @Test
    void takenApartEverythingIsAsItWasOverAllReferences() {
        Random random = new Random(20_261_203);
        for (int round = 0; round < 6; round++) {
            List<CustomerId> cards = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String address = UUID.randomUUID() + "@home.example";
                CustomerId one = someone(address, random.nextBoolean() ? "Naam " + i : null);
                customers.change(noor, one, new CustomerChange(null, random.nextBoolean() ? "en" : "", random.nextBoolean() ? "NL" : "", random.nextInt(3) == 0));
                everythingHappensWith(address, one);
                cards.add(one);
            }
            Map<String, List<String>> before = references(cards);
            Map<String, List<String>> shown = shown(cards);
            List<CustomerId> order = new ArrayList<>(cards);
            Collections.shuffle(order, random);
            List<CustomerId> merged = new ArrayList<>();
            for (int i = 1; i < order.size(); i++) {
                CustomerId into = order.get(random.nextInt(i));
                people.merge(noor, into, new Merge(order.get(i), random.nextBoolean() ? EnumSet.allOf(Fact.class) : Set.of(), true));
                merged.add(order.get(i));
            }
            assertThat(customers.together(order.getFirst())).containsExactlyInAnyOrderElementsOf(cards);
            assertThat(shown(cards)).isNotEqualTo(shown);
            for (CustomerId one : merged.reversed()) people.takeApart(noor, order.getFirst(), one);
            assertThat(references(cards)).as("round %s", round).isEqualTo(before);
            assertThat(shown(cards)).as("round %s", round).isEqualTo(shown);
        }
    }

    @Test
    void whatCameSinceGoesToWhomItsAddressSays() {
        merge(eva, maas);
        Received letter = work.new Letter(brand, office).arrives();
        order(office);
        stories.add(noor, eva, "Belt liever");
        assertThat(contacts.history(noor, eva, null, 50).items()).extracting(ContactView::conversation).containsExactly(letter.conversation());
        people.takeApart(noor, eva, maas);
        assertThat(contacts.history(noor, maas, null, 50).items()).extracting(ContactView::conversation).containsExactly(letter.conversation());
        assertThat(contacts.history(noor, eva, null, 50).items()).isEmpty();
        assertThat(customers.orders(maas)).hasSize(1);
        assertThat(customers.orders(eva)).isEmpty();
        assertThat(stories.of(noor, eva, null, 50).items()).hasSize(1);
        assertThat(desk.open(noor, letter.conversation()).row().customerName()).isEqualTo("E. Maas");
    }

    @Test
    void aChainIsOnePersonAndIsTakenApartAnywhere() {
        CustomerId third = someone(UUID.randomUUID() + "@third.example", "Eef");
        merge(eva, maas);
        merge(third, eva);
        assertThat(customers.open(noor, maas).id()).isEqualTo(third);
        assertThat(customers.together(maas)).containsExactlyInAnyOrder(third, eva, maas);
        people.takeApart(noor, third, eva);
        assertThat(customers.together(maas)).containsExactly(eva, maas);
        assertThat(customers.together(third)).containsExactly(third);
        merge(third, maas);
        people.takeApart(noor, third, maas);
        assertThat(customers.together(maas)).containsExactly(maas);
        assertThat(customers.together(eva)).containsExactlyInAnyOrder(third, eva);
    }

    @Test
    void whatWasChosenIsTakenOverAndGivenBackUnlessSomebodyChangedIt() {
        customers.change(noor, maas, new CustomerChange(null, "en", "BE", true));
        people.merge(noor, eva, new Merge(maas, Set.of(Fact.NAME), true));
        assertThat(customers.open(noor, eva)).extracting(Customers.Customer::name, Customers.Customer::language, Customers.Customer::country, Customers.Customer::surveysDeclined)
                .containsExactly("E. Maas", "nl", "BE", true);
        customers.change(noor, eva, new CustomerChange("Eva Maas-Smit", null, null, null));
        people.takeApart(noor, eva, maas);
        assertThat(customers.open(noor, eva)).extracting(Customers.Customer::name, Customers.Customer::country, Customers.Customer::surveysDeclined)
                .containsExactly("Eva Maas-Smit", null, false);
        assertThat(customers.open(noor, maas)).extracting(Customers.Customer::name, Customers.Customer::country, Customers.Customer::surveysDeclined)
                .containsExactly("E. Maas", "BE", true);
    }

    @Test
    void theSameTwiceIsOnceAndOfTwoAtOnceBothHold() throws Exception {
        merge(eva, maas);
        merge(eva, maas);
        merge(maas, eva);
        assertThat(people.merged(noor, eva)).hasSize(1);
        people.takeApart(noor, eva, maas);
        people.takeApart(noor, eva, maas);
        CustomerId third = someone(UUID.randomUUID() + "@third.example", "Eef");
        assertThat(AtOnce.atOnce(() -> merged(eva, maas), () -> merged(maas, third))).isEmpty();
        assertThat(AtOnce.atOnce(() -> merged(third, eva), () -> merged(maas, eva))).isEmpty();
        assertThat(customers.together(eva)).containsExactlyInAnyOrder(eva, maas, third);
        assertThat(people.merged(noor, eva)).hasSize(2);
    }

    @Test
    void anAddressThatIsNotProvenIsSaidFirst() {
        assertThat(people.preview(noor, eva, maas).unproven()).isTrue();
        refused("customers/unproven", () -> people.merge(noor, eva, new Merge(maas, Set.of(), false)));
        assertThat(customers.together(eva)).containsExactly(eva);
        customers.addIdentity(eva, IdentityKind.EMAIL, home);
        customers.addIdentity(maas, IdentityKind.EMAIL, office);
        assertThat(people.preview(noor, eva, maas).unproven()).isFalse();
        people.merge(noor, eva, new Merge(maas, Set.of(), false));
        assertThat(customers.together(eva)).containsExactly(eva, maas);
    }

    @Test
    void peopleOfAPartnerSeeItAndDoNotMerge() {
        PartnerId company = PartnerId.next();
        Received letter = work.new Letter(brand, office).arrives();
        contacts.queued(letter.contact(), QueueId.next(), Optional.of(company));
        Access partner = Access.everywhere(UserId.next(), "Gijs", "nl", Set.of(Permission.values()), Set.of(brand), Set.of(), Optional.of(company));
        refused("access/denied", () -> people.merge(partner, maas, new Merge(eva, Set.of(), true)));
        refused("access/denied", () -> people.preview(partner, maas, eva));
        refused("access/denied", () -> people.suggestions(partner, maas));
        refused("customers/not-found", () -> customers.open(partner, eva));
        merge(eva, maas);
        assertThat(customers.open(partner, maas).id()).isEqualTo(eva);
        assertThat(customers.search(partner, "", null, 50).items()).extracting(Found::id).containsExactly(eva);
        Access reader = Accesses.with(Permission.CUSTOMERS_VIEW, brand);
        refused("access/denied", () -> people.takeApart(reader, eva, maas));
        BrandId elsewhere = work.aBrand();
        refused("customers/not-found", () -> people.merge(Accesses.administrator(elsewhere), eva, new Merge(maas, Set.of(), true)));
        CustomerId foreign = customers.recognise(elsewhere, IdentityKind.EMAIL, home, "Eva", "nl").id();
        assertThatThrownBy(() -> people.merge(Accesses.administrator(brand, elsewhere), eva, new Merge(foreign, Set.of(), true)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("other", "other-brand"));
    }

    @Test
    void areSuggestedWithTheReasonAndNotAgainOnceSomebodySaysNo() {
        CustomerId dots = someone("eva.maas+shop@" + home.substring(5, 20) + ".example", "Iemand");
        CustomerId plain = someone("evamaas@" + home.substring(5, 20) + ".example", "Anders");
        assertThat(people.suggestions(noor, plain)).extracting(Suggestion::id, Suggestion::why).containsExactly(tuple(dots, Why.ALIKE_ADDRESS));
        assertThat(people.suggestions(noor, dots)).extracting(Suggestion::id).containsExactly(plain);
        people.notSame(noor, plain, dots, false);
        people.notSame(noor, plain, dots, false);
        assertThat(people.suggestions(noor, plain)).isEmpty();
        assertThat(people.suggestions(noor, dots)).isEmpty();
        people.notSame(noor, dots, plain, true);
        assertThat(people.suggestions(noor, plain)).hasSize(1);
        String again = UUID.randomUUID() + "@home.example";
        CustomerId namesake = someone(again, "EVA MAAS");
        assertThat(people.suggestions(noor, eva)).as("a name alone says nothing").isEmpty();
        order(home);
        order(again);
        assertThat(people.suggestions(noor, eva)).extracting(Suggestion::id, Suggestion::why, Suggestion::what).containsExactly(tuple(namesake, Why.NAME_AND_ORDER, "Lamp"));
        merge(eva, namesake);
        assertThat(people.suggestions(noor, eva)).isEmpty();
        people.takeApart(noor, eva, namesake);
        assertThat(people.suggestions(noor, eva)).as("whoever takes them apart says that they are two").isEmpty();
    }

    @Test
    void isErasedAsAWholeAndNotMergedMeanwhile() {
        merge(eva, maas);
        CustomerId third = someone(UUID.randomUUID() + "@third.example", "Eef");
        Received letter = work.new Letter(brand, office).arrives();
        contacts.take(agent, letter.contact());
        var taken = erasures.begin(noor, eva, new Erasures.Request(Erasures.AskedBy.CUSTOMER, Erasures.Reason.REQUEST, null, true, "Eva Maas"));
        erasures.cancel(noor, taken.id());
        assertThat(db.fetch("select distinct state from customers.erasure where brand_id = ?", brand.value()).getValues(0, String.class)).containsExactly("cancelled");
        db.execute("delete from customers.erasure where brand_id = ?", brand.value());
        erasures.begin(noor, maas, new Erasures.Request(Erasures.AskedBy.CUSTOMER, Erasures.Reason.REQUEST, null, true, "Eva Maas"));
        assertThat(db.fetch("select customer_id from customers.erasure where brand_id = ?", brand.value()).getValues(0, UUID.class)).containsExactlyInAnyOrder(eva.value(), maas.value());
        refused("customers/erasure-under-way", () -> merge(third, eva));
        refused("customers/erasure-under-way", () -> people.takeApart(noor, eva, maas));
        work.wrapUp(agent, letter.contact(), work.aReason(brand), CaseState.SOLVED);
        clock.advance(Duration.ofMinutes(20));
        eventually(() -> db.fetch("select 1 from customers.customer where id in (?, ?)", eva.value(), maas.value()).isEmpty());
        assertThat(db.fetch("select 1 from customers.merge where brand_id = ?", brand.value())).isEmpty();
    }

    @Test
    void theAccountOfOneCardIsThatOfThePersonAndIsLeftFromHisPage() {
        UUID shop = UUID.randomUUID();
        db.execute("insert into customers.account (id, brand_id, kind, name, created_at) values (?, ?, 'reseller', 'Winkel', now())", shop, brand.value());
        db.execute("insert into customers.account_member (customer_id, account_id, role, since, version) values (?, ?, 'inkoop', now(), 1)", maas.value(), shop);
        merge(eva, maas);
        assertThat(accounts.of(noor, eva).membership().role()).isEqualTo("inkoop");
        accounts.put(noor, new CustomerAccountId(shop), eva, new AccountPeople.Role("verkoop", false, 1));
        people.takeApart(noor, eva, maas);
        assertThat(accounts.of(noor, eva).membership()).isNull();
        assertThat(accounts.of(noor, maas).membership().role()).isEqualTo("verkoop");
        merge(eva, maas);
        accounts.remove(noor, new CustomerAccountId(shop), eva);
        assertThat(accounts.of(noor, eva).membership()).isNull();
    }

    private void merge(CustomerId into, CustomerId other) {
        people.merge(noor, into, new Merge(other, Set.of(), true));
    }

    private boolean merged(CustomerId into, CustomerId other) {
        merge(into, other);
        return true;
    }

    private CustomerId someone(String address, String name) {
        return customers.recognise(brand, IdentityKind.EMAIL, address, name, "nl").id();
    }

    private Map<Timeline.Kind, Long> kinds(CustomerId card) {
        return timeline.of(noor, card, Timeline.Wanted.ALL, null, 100).items().stream().collect(Collectors.groupingBy(Timeline.Moment::kind, Collectors.counting()));
    }

    private void everythingHappensWith(String address, CustomerId card) {
        order(address);
        Received letter = work.new Letter(brand, address).arrives();
        contacts.take(agent, letter.contact());
        promises.give(agent, letter.conversation(), new NewPromise(Act.OTHER, "Ik zoek het uit", null, clock.instant().plus(Duration.ofDays(2)), null, "key"));
        stories.add(noor, card, "Leest in bed");
    }

    private void order(String address) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        customers.storeOrder(brand, new IncomingOrder(UUID.randomUUID().toString(), address, null, null, null, at, "paid", "paid", 1_250, "EUR", null, null, null, null, null,
                List.of(new Line("L1", "Lamp", 1, 1_250))));
    }

    /** Whose every row is, in every table that names a customer, and every column of the cards. */
    private Map<String, List<String>> references(List<CustomerId> cards) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        Object[] ids = cards.stream().map(CustomerId::value).toArray();
        String marks = String.join(", ", Collections.nCopies(ids.length, "?::uuid"));
        db.fetch(EVERY_REFERENCE).forEach(row -> {
            String place = row.get(0, String.class);
            String field = row.get(1, String.class);
            all.put(place + "." + field, db.fetch("select to_jsonb(it) ->> 'id' || ' ' || (to_jsonb(it) ->> '" + field + "') || coalesce(to_jsonb(it) ->> 'customer_name', '') from " + place
                    + " it where " + field + " in (" + marks + ") order by 1", ids).getValues(0, String.class));
        });
        assertThat(all).hasSizeGreaterThan(15);
        all.put("cards", db.fetch("select to_jsonb(it)::text from customers.customer it where id in (" + marks + ") order by id", ids).getValues(0, String.class));
        return all;
    }

    private Map<String, List<String>> shown(List<CustomerId> cards) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (CustomerId card : cards) {
            List<String> of = new ArrayList<>();
            of.add(customers.open(noor, card).toString());
            of.addAll(customers.identitiesShown(noor, card).stream().map(Identity::value).toList());
            of.addAll(customers.orders(card).stream().map(Order::number).toList());
            of.addAll(contacts.history(noor, card, null, 50).items().stream().map(one -> one.id().toString()).toList());
            of.addAll(timeline.of(noor, card, new Timeline.Wanted(EnumSet.complementOf(EnumSet.of(Timeline.Kind.ADDRESS)), Optional.empty()), null, 100).items().stream().map(Timeline.Moment::id).toList());
            of.add(db.fetch("select * from customers.shown_customer where id = ?", card.value()).toString());
            all.put(card.toString(), of);
        }
        return all;
    }
}
