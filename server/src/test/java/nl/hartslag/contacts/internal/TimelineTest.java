package nl.hartslag.contacts.internal;

import static nl.hartslag.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.NewPromise;
import nl.hartslag.contacts.GivenPromises.Outcome;
import nl.hartslag.contacts.Received;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.customers.Customers.Line;
import nl.hartslag.customers.Stories;
import nl.hartslag.customers.Timeline;
import nl.hartslag.customers.Timeline.Kind;
import nl.hartslag.customers.Timeline.Moment;
import nl.hartslag.customers.Timeline.Other;
import nl.hartslag.customers.Timeline.Wanted;
import nl.hartslag.customers.Timeline.What;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HartslagTest
@Import(Work.class)
class TimelineTest {
    @Autowired Timeline timeline;
    @Autowired Customers customers;
    @Autowired Stories stories;
    @Autowired Contacts contacts;
    @Autowired GivenPromises promises;
    @Autowired OrganisationSettings organisation;
    @Autowired Work work;
    @Autowired MovableClock clock;
    @Autowired DSLContext db;
    private BrandId brand;
    private String address;
    private CustomerId bo;
    private Access noor;
    private Access agent;

    @BeforeEach
    void aCustomer() {
        brand = work.aBrand();
        address = UUID.randomUUID() + "@home.example";
        bo = customers.recognise(brand, IdentityKind.EMAIL, address, "Bo", "nl").id();
        noor = Accesses.administrator(brand);
        agent = work.anAgent(brand);
    }

    @Test
    void tellsWhatEveryModuleKeepsTheNewestFirst() {
        clock.advance(Duration.ofMinutes(1));
        Instant ordered = now();
        order("B-1", ordered, ordered.plusSeconds(60), ordered.plusSeconds(120));
        clock.advance(Duration.ofMinutes(5));
        Received letter = work.new Letter(brand, address).headed("Kapotte lamp").arrives();
        clock.advance(Duration.ofMinutes(1));
        contacts.take(agent, letter.contact());
        work.answer(agent, letter.conversation(), 1);
        PromiseId promise = promises.give(agent, letter.conversation(), new NewPromise(Act.SEND, "Ik stuur een nieuwe lamp", null, now().plus(Duration.ofDays(2)), null, "key"));
        clock.advance(Duration.ofMinutes(1));
        stories.add(noor, bo, "Leest in bed");
        clock.advance(Duration.ofMinutes(1));
        promises.settle(agent, promise, Outcome.KEPT, null);
        clock.advance(Duration.ofMinutes(1));
        gesture(letter);
        clock.advance(Duration.ofMinutes(1));
        work.wrapUp(agent, letter.contact(), work.aReason(brand), CaseState.SOLVED);
        clock.advance(Duration.ofMinutes(1));
        answered(letter, 3, "Duurde lang");

        List<Moment> all = all(noor);
        assertThat(all).extracting(Moment::what).containsExactly(What.FOLLOW_UP_BEGUN, What.ANSWER, What.CASE_SOLVED, What.GESTURE, What.PROMISE_SETTLED, What.STORY,
                What.PROMISE_GIVEN, What.CONTACT, What.ORDER_DELIVERED, What.ORDER_SHIPPED, What.ORDER_PLACED, What.ADDRESS_KNOWN);
        assertThat(one(all, What.CONTACT)).extracting(Moment::title, Moment::state, Moment::by, moment -> moment.place().conversation())
                .containsExactly("Kapotte lamp", "ended", "Noor", letter.conversation());
        assertThat(one(all, What.PROMISE_SETTLED)).extracting(Moment::title, Moment::state).containsExactly("Ik stuur een nieuwe lamp", "kept");
        assertThat(one(all, What.ORDER_PLACED)).extracting(Moment::title, Moment::words, moment -> moment.amount().minor()).containsExactly("B-1", "Lamp", 1_250L);
        assertThat(one(all, What.ANSWER)).extracting(Moment::score, Moment::words).containsExactly(3, "Duurde lang");
        assertThat(one(all, What.CASE_SOLVED).place().caseId()).isEqualTo(letter.caseId());
        assertThat(one(all, What.ADDRESS_KNOWN).title()).isEqualTo(address);
    }

    @Test
    void isReadPageByPageWithoutGapsAndDoublesAlsoAtOneMoment() {
        Instant once = now();
        for (int i = 0; i < 4; i++) order("B-" + i, once, once, once);
        for (int i = 0; i < 4; i++) stories.add(noor, bo, "Verhaal " + i);
        for (int i = 0; i < 4; i++) work.new Letter(brand, address).arrives();
        List<String> whole = all(noor).stream().map(Moment::id).toList();
        assertThat(whole).hasSize(21).doesNotHaveDuplicates();
        for (int size : List.of(1, 2, 5, 20, 21)) assertThat(paged(size)).as("by %s", size).containsExactlyElementsOf(whole);
        assertThatThrownBy(() -> timeline.of(noor, bo, Wanted.ALL, "elsewhere", 5))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("cursor", "invalid"));
    }

    @Test
    void isNarrowedByKindAndByWhatIsSought() {
        order("B-77", now(), null, null);
        Received letter = work.new Letter(brand, address).headed("Kapotte LAMP 100%").arrives();
        stories.add(noor, bo, "Heeft liever een tafellamp");
        assertThat(found("lamp")).containsExactlyInAnyOrder(What.STORY, What.CONTACT, What.ORDER_PLACED);
        assertThat(found("b-77")).containsExactly(What.ORDER_PLACED);
        assertThat(found("100%")).containsExactly(What.CONTACT);
        assertThat(found("100_")).isEmpty();
        assertThat(found("#" + contacts.contactOf(letter.contact()).caseNumber())).containsExactly(What.CONTACT);
        assertThat(timeline.of(noor, bo, new Wanted(Set.of(Kind.STORY, Kind.ORDER), Optional.of(" lamp ")), null, 50).items()).extracting(Moment::what)
                .containsExactlyInAnyOrder(What.STORY, What.ORDER_PLACED);
    }

    @Test
    void showsEachOnlyWhatHeMayRead() {
        Received letter = work.new Letter(brand, address).arrives();
        answered(letter, 2, "Nee");
        order("B-1", now(), null, null);
        assertThat(all(with(Optional.empty(), Permission.CUSTOMERS_VIEW))).extracting(Moment::kind).containsOnly(Kind.ORDER, Kind.ADDRESS);
        assertThat(all(with(Optional.empty(), Permission.CUSTOMERS_VIEW, Permission.LISTEN_VIEW))).extracting(Moment::kind).containsOnly(Kind.ANSWER, Kind.ORDER, Kind.ADDRESS);
        assertThat(all(with(Optional.empty(), Permission.CUSTOMERS_VIEW, Permission.FOLLOW_UPS_VIEW))).extracting(Moment::kind)
                .containsOnly(Kind.FOLLOW_UP, Kind.ANSWER, Kind.ORDER, Kind.ADDRESS);
        refused("access/denied", () -> all(with(Optional.empty(), Permission.CONTACTS_VIEW)));
        BrandId elsewhere = work.aBrand();
        refused("customers/not-found", () -> timeline.of(Accesses.administrator(elsewhere), bo, Wanted.ALL, null, 50));
    }

    @Test
    void showsPeopleOfAPartnerOnlyWhatTheirPartnerDid() {
        PartnerId company = PartnerId.next();
        Received ours = work.new Letter(brand, address).headed("Van ons").arrives();
        Received theirs = work.new Letter(brand, address).headed("Van hen").arrives();
        contacts.queued(theirs.contact(), QueueId.next(), Optional.of(company));
        answered(ours, 9, "Fijn");
        gesture(ours);
        contacts.take(agent, ours.contact());
        promises.give(agent, ours.conversation(), new NewPromise(Act.OTHER, "Van ons", null, now().plus(Duration.ofDays(2)), null, "key"));
        Access partner = with(Optional.of(company), Permission.values());
        assertThat(all(partner)).extracting(Moment::what).containsExactly(What.CONTACT, What.ADDRESS_KNOWN);
        assertThat(all(partner)).extracting(Moment::title).containsExactly("Van hen", address);
        refused("customers/not-found", () -> all(with(Optional.of(PartnerId.next()), Permission.values())));
    }

    @Test
    void ofWhoStaysAnonymousNoAddressIsShownOrFound() {
        brand = organisation.createBrand(Accesses.administrator(), new BrandDraft("c" + UUID.randomUUID().toString().substring(0, 12), "Lijn", "#c2410c", "nl",
                "Europe/Amsterdam", true, "Groet", "Regards"));
        bo = customers.recognise(brand, IdentityKind.EMAIL, address, null, "nl").id();
        Access reader = with(Optional.empty(), Permission.CUSTOMERS_VIEW);
        assertThat(all(reader)).extracting(Moment::title).containsExactly("•••");
        assertThat(timeline.of(reader, bo, new Wanted(Set.of(), Optional.of(address.substring(0, 8))), null, 50).items()).isEmpty();
    }

    @Test
    void tellsOfAnAddressThatMovedOnBothSides() {
        CustomerId other = customers.recognise(brand, IdentityKind.EMAIL, UUID.randomUUID() + "@work.example", "Bo de Wit", "nl").id();
        clock.advance(Duration.ofMinutes(1));
        customers.addIdentity(noor, other, IdentityKind.EMAIL, address, true);
        assertThat(all(noor)).extracting(Moment::what, Moment::state, Moment::by, Moment::other)
                .containsExactly(org.assertj.core.api.Assertions.tuple(What.ADDRESS_CHANGED, "moved_away", noor.name(), new Other(other, "Bo de Wit", false)));
        assertThat(timeline.of(noor, other, Wanted.ALL, null, 50).items().getFirst()).extracting(Moment::state, moment -> moment.other().id()).containsExactly("moved_here", bo);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Moment one(List<Moment> all, What what) {
        return all.stream().filter(moment -> moment.what() == what).findFirst().orElseThrow();
    }

    private List<Moment> all(Access access) {
        return timeline.of(access, bo, Wanted.ALL, null, 100).items();
    }

    private List<What> found(String text) {
        return timeline.of(noor, bo, new Wanted(Set.of(), Optional.of(text)), null, 50).items().stream().map(Moment::what).toList();
    }

    private List<String> paged(int size) {
        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            Page<Moment> page = timeline.of(noor, bo, Wanted.ALL, cursor, size);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            page.items().forEach(moment -> read.add(moment.id()));
            cursor = page.next();
        } while (cursor != null);
        return read;
    }

    private Access with(Optional<PartnerId> partner, Permission... permissions) {
        return Access.everywhere(UserId.next(), "Gijs", "nl", Set.copyOf(Arrays.asList(permissions)), Set.of(brand), Set.of(), partner);
    }

    private void order(String number, Instant ordered, Instant shipped, Instant delivered) {
        customers.storeOrder(brand, new IncomingOrder(number + brand.value(), address, "Bo", "nl", null, ordered, delivered == null ? "paid" : "delivered", "paid", 1_250, "EUR",
                "PostNL", null, null, shipped, delivered, List.of(new Line("L1", "Lamp", 1, 1_250))));
        db.execute("update customers.customer_order set number = ? where number = ?", number, number + brand.value());
    }

    private void gesture(Received in) {
        UUID choice = row("contacts.gesture_choice (id, brand_id, kind, name_nl, name_en, amount_minor, free, told_nl, told_en)", brand.value(), "flowers", "Bloemen", "Flowers", 2_250, false, "x", "x");
        row("contacts.gesture (id, brand_id, conversation_id, contact_id, case_id, customer_id, choice_id, kind, name_nl, name_en, amount_minor, currency, words, why, promised, mandate_minor, "
                        + "above_mandate, state, giver_id, client_key, asked_at, given_at)",
                brand.value(), in.conversation().value(), in.contact().value(), in.caseId().value(), bo.value(), choice, "flowers", "Bloemen", "Flowers", 2_250, "EUR", "x", "Lang gewacht", false,
                5_000, false, "given", agent.user().value(), UUID.randomUUID().toString(), clock.instant(), clock.instant());
    }

    private void answered(Received in, int score, String why) {
        Instant at = clock.instant();
        UUID decision = row("feedback.decision (id, brand_id, case_id, solved_at, customer_id, outcome, decided_at)", brand.value(), in.caseId().value(), at, bo.value(), "SAMPLED", at);
        UUID invitation = row("feedback.invitation (id, decision_id, brand_id, customer_id, case_id, contact_id, conversation_id, channel, language, state, created_at, send_at)",
                decision, brand.value(), bo.value(), in.caseId().value(), in.contact().value(), in.conversation().value(), "letters", "nl", "answered", at, at);
        UUID response = row("feedback.response (id, invitation_id, brand_id, customer_id, case_id, contact_id, conversation_id, channel, language, score, why, answered_at, day)",
                invitation, brand.value(), bo.value(), in.caseId().value(), in.contact().value(), in.conversation().value(), "letters", "nl", score, why, at, Date.valueOf(LocalDate.of(2026, 3, 1)));
        row("feedback.follow_up (id, response_id, brand_id, customer_id, case_id, due_at, state, created_at)", response, brand.value(), bo.value(), in.caseId().value(), at.plus(Duration.ofDays(300)), "open", at);
    }

    private UUID row(String into, Object... values) {
        List<Object> all = new ArrayList<>(List.of(Uuid7.next()));
        for (Object value : values) all.add(value instanceof Instant at ? java.sql.Timestamp.from(at) : value);
        db.execute("insert into " + into + " values (" + String.join(", ", java.util.Collections.nCopies(all.size(), "?")) + ")", all.toArray());
        return (UUID) all.getFirst();
    }
}
