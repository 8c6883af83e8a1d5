package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Erasures;
import nl.hartslag.customers.OnePerson;
import nl.hartslag.customers.internal.erasing.Plants.Planted;
import nl.hartslag.organisation.Retention;
import nl.hartslag.organisation.Retention.Draft;
import nl.hartslag.organisation.Retention.Kind;
import nl.hartslag.organisation.Retention.Run;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers without any contact for so long go by rule, and nobody whom any module still needs. */
@HartslagTest
@Import(Plants.class)
class QuietCustomersTest {
    private static final int MONTHS = 24;
    private static final Duration LONG = Duration.ofDays(800);
    @Autowired Retention retention;
    @Autowired Erasures erasures;
    @Autowired ErasureFile file;
    @Autowired Customers customers;
    @Autowired OnePerson people;
    @Autowired Nights nights;
    @Autowired Plants plants;
    @Autowired DSLContext db;
    @Autowired MovableClock clock;
    @Autowired TransactionTemplate transactions;
    private BrandId brand;
    private Access officer;

    @BeforeEach
    void aBrand() {
        brand = plants.aBrand();
        officer = Accesses.administrator(brand);
    }

    @AfterEach
    void noRules() {
        retention.rules(officer).rules().forEach(rule -> retention.remove(officer, rule.id()));
    }

    @Test
    void whoWasHelpedLongAgoGoesWithAReceiptAndTheFiguresStay() {
        Planted bo = plants.someone(brand, plants.anAgent(brand));
        String contacts = "select count(*), count(ended_at) from contacts.contact where brand_id = ?";
        Object[] figures = db.fetchSingle(contacts, brand.value()).intoArray();
        clock.advance(LONG);
        assertThat(due()).as("what he said is kept").isZero();
        rule(Kind.CONTENT);
        eventually(() -> {
            nights.night();
            return due() == 1;
        });
        rule(Kind.CUSTOMERS);
        eventually(() -> {
            nights.night();
            return !known(bo.customer());
        });
        assertThat(new Catalog(db).where(bo.word())).isEmpty();
        assertThat(db.fetchSingle(contacts, brand.value()).intoArray()).isEqualTo(figures);
        assertThat(erasures.ofAddress(officer, bo.address())).singleElement().satisfies(receipt -> {
            assertThat(receipt.state()).isEqualTo(Erasures.State.DONE);
            assertThat(receipt.requestedBy()).isEqualTo("Hartslag");
            assertThat(Plants.counts(receipt.erased())).containsEntry("customer-card", 1).containsEntry("addresses", 1);
            assertThat(erasures.list(officer, String.valueOf(receipt.number()), null, 5).items()).hasSize(1);
        });
        assertThat(erasures.list(officer, "", null, 5).items()).isEmpty();
        file.write();
        assertThat(file.read()).noneMatch(line -> line.customer().equals(bo.customer().value()));
        assertThat(runs()).filteredOn(run -> run.kind() == Kind.CUSTOMERS).extracting(Run::taken).containsExactly(1);
    }

    @Test
    void whoIsOneWithSomebodyWhoIsNeededStaysAndOtherwiseTheyGoTogether() {
        CustomerId head = customers.recognise(brand, IdentityKind.EMAIL, UUID.randomUUID() + "@home.example", "Eva", "nl").id();
        CustomerId card = customers.recognise(brand, IdentityKind.EMAIL, UUID.randomUUID() + "@work.example", "E. Maas", "nl").id();
        people.merge(officer, head, new OnePerson.Merge(card, Set.of(), true));
        clock.advance(LONG);
        plants.writes(brand, head, "nu", Optional.empty());
        assertThat(due()).as("his other address leads to who wrote").isZero();
        rule(Kind.CUSTOMERS);
        nights.night();
        assertThat(known(card)).isTrue();
        assertThat(customers.together(card)).containsExactly(head, card);
        CustomerId one = customers.recognise(brand, IdentityKind.EMAIL, UUID.randomUUID() + "@home.example", "Bo", "nl").id();
        CustomerId two = customers.recognise(brand, IdentityKind.EMAIL, UUID.randomUUID() + "@work.example", "B. de Wit", "nl").id();
        people.merge(officer, one, new OnePerson.Merge(two, Set.of(), true));
        clock.advance(LONG);
        eventually(() -> {
            nights.night();
            return !known(one) && !known(two);
        });
    }

    @Test
    void nobodyGoesWhomAnyModuleStillNeeds() {
        Map<String, BiConsumer<CustomerId, Instant>> reasons = reasons();
        Map<String, CustomerId> needed = new LinkedHashMap<>();
        reasons.keySet().forEach(why -> needed.put(why, known()));
        CustomerId nobody = known();
        clock.advance(LONG);
        reasons.forEach((why, plant) -> plant.accept(needed.get(why), clock.instant().minus(Duration.ofDays(300))));
        rule(Kind.CUSTOMERS);
        assertThat(due()).isEqualTo(1);
        assertThat(retention.preview(officer, draft(Kind.CUSTOMERS)).first()).extracting(Retention.First::id).containsExactly(nobody.toString());
        nights.night();
        assertThat(known(nobody)).isFalse();
        assertThat(needed).allSatisfy((why, customer) -> assertThat(known(customer)).as(why).isTrue());
    }

    /** Each what keeps a customer; at a moment within the time of the rule. */
    private Map<String, BiConsumer<CustomerId, Instant>> reasons() {
        Map<String, BiConsumer<CustomerId, Instant>> all = new HashMap<>();
        UUID account = plants.row("customers.account (id, brand_id, kind, name, created_at)", brand.value(), "reseller", "Winkel", clock.instant());
        all.put("member", (id, at) -> db.execute("insert into customers.account_member (customer_id, account_id, role, since, version) values (?, ?, '', now(), 1)", id.value(), account));
        all.put("bought through an account", (id, at) -> plants.row("customers.account_end_customer (id, account_id, customer_id, since)", account, id.value(), at));
        all.put("order", (id, at) -> plants.row("customers.customer_order (id, brand_id, customer_id, number, ordered_at, status, payment_status, total_minor, currency, updated_at)",
                brand.value(), id.value(), UUID.randomUUID().toString(), at, "shipped", "paid", 100, "EUR", at));
        all.put("story", (id, at) -> plants.row("customers.story (id, customer_id, brand_id, text, author_id, author_name, written_at)", id.value(), brand.value(), "houdt van thee", UUID.randomUUID(), "Noor", at));
        all.put("new address", (id, at) -> db.execute("update customers.identity set created_at = ?::timestamptz where customer_id = ?", at.toString(), id.value()));
        all.put("conversation", (id, at) -> plants.writes(brand, id, Plants.aWord(), Optional.empty()));
        all.put("copy in the conversation of another", (id, at) -> {
            var other = plants.writes(brand, known(), Plants.aWord(), Optional.empty());
            db.execute("insert into contacts.participant (conversation_id, address, role) select ?, value, 'cc' from customers.identity where customer_id = ?", other.conversation().value(), id.value());
        });
        all.put("case for him", (id, at) -> {
            var other = plants.writes(brand, known(), Plants.aWord(), Optional.empty());
            db.execute("update contacts.cases set for_customer_id = ? where id = ?", id.value(), other.caseId().value());
        });
        all.put("case of his", (id, at) -> {
            var other = plants.writes(brand, known(), Plants.aWord(), Optional.empty());
            db.execute("update contacts.cases set customer_id = ? where id = ?", id.value(), other.caseId().value());
        });
        all.put("contact that ended of late", (id, at) -> {
            var own = plants.writes(brand, id, Plants.aWord(), Optional.empty());
            db.execute("update contacts.conversation set erased_at = now() where id = ?", own.conversation().value());
            db.execute("update contacts.cases set state = 'solved', solved_at = ?::timestamptz where id = ?", at.toString(), own.caseId().value());
            db.execute("update contacts.contact set state = 'ended', ended_at = ?::timestamptz where id = ?", at.toString(), own.contact().value());
        });
        all.put("visitor", (id, at) -> {
            UUID widget = plants.row("channels.widget (id, key, brand_id, name, origins, secret_sealed, created_at, changed_at)", UUID.randomUUID().toString(), brand.value(), "Winkel", new String[0], "sealed", at, at);
            plants.row("channels.visitor (id, widget_id, token_hash, customer_id, created_at, last_seen_at)", widget, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8), id.value(), at, at);
        });
        all.put("words with an answer", (id, _) -> answered(id, "jammer"));
        all.put("open follow-up", (id, at) -> plants.row("feedback.follow_up (id, response_id, brand_id, customer_id, case_id, due_at, state, created_at)",
                answered(id, null), brand.value(), id.value(), UUID.randomUUID(), at, "late", clock.instant().minus(LONG)));
        return all;
    }

    /** Before the time of the rule. */
    private UUID answered(CustomerId id, @Nullable String why) {
        Instant at = clock.instant().minus(LONG);
        UUID decision = plants.row("feedback.decision (id, brand_id, case_id, solved_at, customer_id, outcome, decided_at)", brand.value(), UUID.randomUUID(), at, id.value(), "SAMPLED", at);
        UUID invitation = plants.row("feedback.invitation (id, decision_id, brand_id, customer_id, case_id, contact_id, conversation_id, channel, language, state, created_at, send_at, sent_at)",
                decision, brand.value(), id.value(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "letters", "nl", "answered", at, at, at);
        return plants.row("feedback.response (id, invitation_id, brand_id, customer_id, case_id, contact_id, conversation_id, channel, language, score, why, answered_at, day)",
                invitation, brand.value(), id.value(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "letters", "nl", 3, why, at, Date.valueOf(LocalDate.of(2026, 3, 1)));
    }

    @Test
    void whoIsHeardOfAtThatMomentStays() {
        CustomerId els = known();
        clock.advance(LONG);
        rule(Kind.CUSTOMERS);
        transactions.executeWithoutResult(_ -> {
            assertThat(customers.stays(els)).isTrue();
            CompletableFuture.runAsync(nights::night).join();
            plants.writes(brand, els, Plants.aWord(), Optional.empty());
        });
        nights.night();
        assertThat(known(els)).isTrue();
        assertThat(runs()).isEmpty();
    }

    @Test
    void goesOnPastOneThatCannotBeErased() {
        CustomerId stuck = known();
        List<CustomerId> others = IntStream.range(0, 3).mapToObj(_ -> known()).toList();
        clock.advance(LONG);
        rule(Kind.CUSTOMERS);
        db.execute("create table customers.clings (id uuid references customers.customer)");
        try {
            db.execute("insert into customers.clings values (?)", stuck.value());
            nights.night();
            assertThat(known(stuck)).isTrue();
            assertThat(others).noneMatch(this::known);
            assertThat(db.fetchSingle("select count(*) from customers.identity where customer_id = ?", stuck.value()).get(0, Integer.class)).as("whole or not at all").isEqualTo(1);
        } finally {
            db.execute("drop table customers.clings");
        }
    }

    @Test
    void noRuleWaitsUntilAnotherIsDone() {
        clock.advance(Duration.ofMinutes(1));
        plants.everywhere(brand, plants.anAgent(brand));
        IntStream.range(0, 60).forEach(_ -> known());
        clock.advance(LONG);
        rule(Kind.CUSTOMERS);
        rule(Kind.RAW);
        assertThat(due()).isGreaterThan(50);
        nights.part();
        nights.part();
        assertThat(runs()).extracting(Run::kind).containsExactlyInAnyOrder(Kind.CUSTOMERS, Kind.RAW);
    }

    @Test
    void isOfTheWholeBrand() {
        assertThatThrownBy(() -> retention.add(officer, new Draft(brand, Optional.of("letters"), Kind.CUSTOMERS, MONTHS, false)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fieldErrors()).containsEntry("channel", "no-channel"));
    }

    private CustomerId known() {
        return customers.recognise(brand, IdentityKind.EMAIL, Plants.aWord() + "@home.example", "Klant", "nl").id();
    }

    private boolean known(CustomerId id) {
        return customers.customer(id).isPresent();
    }

    private void rule(Kind kind) {
        retention.add(officer, draft(kind));
    }

    private Draft draft(Kind kind) {
        return new Draft(brand, Optional.empty(), kind, MONTHS, false);
    }

    private int due() {
        return retention.preview(officer, draft(Kind.CUSTOMERS)).total();
    }

    private List<Run> runs() {
        return retention.runs(officer, null, 50).items();
    }
}
