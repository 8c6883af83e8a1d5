package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.testing.Eventually.eventually;
import static nl.hartslag.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.Addressees;
import nl.hartslag.contacts.Consults;
import nl.hartslag.contacts.Consults.NewConsult;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Draft;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.NewPromise;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Reply;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Erasures;
import nl.hartslag.customers.Erasures.Count;
import nl.hartslag.customers.Erasures.Receipt;
import nl.hartslag.customers.Erasures.Request;
import nl.hartslag.customers.Erasures.State;
import nl.hartslag.customers.internal.erasing.Plants.Planted;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.platform.timers.TimerHandler.DueTimer;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** The proof of an erasure: a word that stood everywhere stands nowhere, and the figures are what they were. */
@HartslagTest
@Import(Plants.class)
class ErasureTest {
    @Autowired Erasures erasures;
    @Autowired Erasing erasing;
    @Autowired AfterRestore afterRestore;
    @Autowired List<SmartLifecycle> lifecycles;
    @Autowired ErasureFile file;
    @Autowired Customers customers;
    @Autowired Contacts contacts;
    @Autowired GivenPromises promises;
    @Autowired Consults consults;
    @Autowired Plants plants;
    @Autowired DSLContext db;
    @Autowired MovableClock clock;
    @Autowired TransactionTemplate transactions;
    private BrandId brand;
    private Access agent;
    private Access officer;

    @BeforeEach
    void aBrand() {
        brand = plants.aBrand();
        agent = plants.anAgent(brand);
        officer = Accesses.administrator(brand);
    }

    @Test
    void leavesNothingOfHimInAnyTable() {
        Planted bo = plants.everywhere(brand, agent);
        assertThat(where(bo.word())).as("planted").contains("customers.identity", "customers.story", "customers.account_member", "customers.customer_order", "customers.order_import_refused",
                "contacts.message", "contacts.attachment", "contacts.participant", "contacts.draft", "contacts.outbox", "contacts.promise", "contacts.gesture", "contacts.consult",
                "contacts.transfer", "contacts.planned_answer", "contacts.upload", "contacts.cases", "knowledge.guideline_mark", "routing.notice", "channels.envelope", "channels.mail", "channels.captured_mail", "channels.sent_copy", "channels.automatic_answer",
                "channels.blocked_sender", "channels.visitor", "channels.chat", "channels.visitor_file", "feedback.response", "feedback.click", "feedback.follow_up",
                "feedback.compliment", "desk.conversation_row", "platform.audit", "platform.blob_chunk");

        eventually(() -> learned(bo) > 0);
        Receipt receipt = erased(bo, true);

        assertThat(where(bo.word())).isEmpty();
        assertThat(learned(bo)).as("whose words were learned").isZero();
        assertThat(db.fetchSingle("select answer from platform.idempotency where key = ?", "key of " + bo.customer()).get(0)).isNull();
        assertThat(new Catalog(db).where(bo.customer().toString(), Set.of("customers.erasure", "platform.audit", "platform.live_log", "platform.live_pending", "platform.idempotency"))).isEmpty();
        assertThat(receipt.marks()).hasSize(2);
        assertThat(receipt.toString()).doesNotContain(bo.word()).doesNotContain(bo.customer().toString());
    }

    /** How many words are kept as those of his contact, which are numbers there. */
    private int learned(Planted of) {
        return db.fetchSingle("select coalesce(sum(cardinality(words)), 0) from assistant.learned where contact_id = ?", of.first().contact().value()).get(0, Integer.class);
    }

    private List<String> where(String word) {
        return new Catalog(db).where(word);
    }

    @Test
    void countsBeforehandWhatItErases() {
        Planted bo = plants.everywhere(brand, agent);
        eventually(() -> learned(bo) > 0);
        db.execute("delete from platform.live_log");
        var preview = erasures.preview(officer, bo.customer());
        Map<String, Integer> expected = Plants.counts(preview.erased());
        expected.put("orders", preview.orders());
        Map<String, Integer> erased = Plants.counts(erased(bo, true).erased());
        assertThat(expected).containsEntry("messages", 2).containsEntry("attachments", 2).containsEntry("notes", 1).containsEntry("arrived", 2).containsEntry("answers", 1)
                .containsEntry("case-fields", 2);
        assertThat(expected).containsEntry("left", 2).containsEntry("rows", 1).containsKeys("customer-card", "addresses", "stories", "accounts", "cases-for", "conversations", "drafts", "planned-answers",
                "promise-words", "gesture-words", "consult-words", "guideline-words", "learned-words", "notices", "visits", "blocks", "answer-words", "invitations", "compliments", "follow-ups",
                "audit-words", "command-answers");
        // what screens are told meanwhile comes and goes by itself
        expected.remove("news");
        erased.remove("news");
        assertThat(erased).isEqualTo(expected);
    }

    @Test
    void keepsTheFigures() {
        Planted bo = plants.everywhere(brand, agent);
        // whether he is asked is decided in its own time
        eventually(() -> db.fetchCount(db.select().from("feedback.decision").where("case_id = ?", bo.first().caseId().value())) == 2);
        String before = figures();
        erased(bo, true);
        assertThat(figures()).isEqualTo(before);
    }

    private String figures() {
        return List.of(
                        "select count(*), min(number), max(number), string_agg(state, ',' order by number) from contacts.cases where brand_id = ?",
                        "select count(*), string_agg(concat_ws('/', channel, queue_id, reason_id, result, state, opened_at, first_answer_at, ended_at, ended_by), ',') from contacts.contact where brand_id = ?",
                        "select string_agg(concat_ws('/', kind, state, made_at, due_at, settled_at), ',' order by id) from contacts.promise where brand_id = ?",
                        "select string_agg(concat_ws('/', kind, state, amount_minor, giver_id), ',') from contacts.gesture where brand_id = ?",
                        "select string_agg(concat_ws('/', state, department_id, asked_at, settled_at), ',') from contacts.consult where brand_id = ?",
                        "select string_agg(concat_ws('/', score, emotion, channel, answered_at), ',') from feedback.response where brand_id = ?",
                        "select sum(s3), count(*) from feedback.answer_day where brand_id = ?",
                        "select string_agg(concat_ws('/', kind, number, marked_at, handled_at), ',') from knowledge.guideline_mark where brand_id = ?",
                        "select string_agg(concat_ws('/', outcome, case_id), ',') from feedback.decision where brand_id = ?",
                        "select count(*), string_agg(concat_ws('/', state, size, received_at), ',' order by id) from channels.envelope where ? = any (brand_ids)",
                        "select string_agg(concat_ws('/', state, queue_id, opened_at, closed_at), ',') from desk.conversation_row where brand_id = ?",
                        "select coalesce(sum(step), 0) from desk.tally where ref = ?")
                .stream().map(sql -> db.fetch(sql, brand.value()).format()).collect(Collectors.joining());
    }

    @Test
    void keepsOfOrdersWhatTheLawOrders() {
        Planted bo = plants.everywhere(brand, agent);
        assertThat(erasures.preview(officer, bo.customer()).orders()).isEqualTo(1);
        Receipt receipt = erased(bo, false);
        assertThat(receipt.kept()).containsExactly(new Count("orders", 1));
        var order = db.fetchSingle("select customer_id, tracking_code, total_minor from customers.customer_order where number = ?", bo.word() + "-1");
        assertThat(order.intoArray()).containsExactly(null, null, 4_500L);
        assertThat(where(bo.word())).containsExactly("customers.customer_order");
    }

    @Test
    void keepsTheOthersPartOfASharedCase() {
        Planted bo = plants.everywhere(brand, agent);
        String word = Plants.aWord();
        CustomerId other = customers.recognise(brand, IdentityKind.EMAIL, word + "@home.example", word + " Klant", "nl").id();
        Received theirs = plants.writes(brand, other, word, Optional.empty());
        contacts.take(agent, theirs.contact());
        plants.solve(brand, agent, theirs);
        db.execute("update contacts.conversation set case_id = ? where id = ?", bo.first().caseId().value(), theirs.conversation().value());
        db.execute("update contacts.contact set case_id = ? where id = ?", bo.first().caseId().value(), theirs.contact().value());
        db.execute("insert into contacts.participant values (?, ?, 'cc')", theirs.conversation().value(), bo.address());
        db.execute("update contacts.message set to_addresses = '{}', cc_addresses = '{}', bcc_addresses = array[?, 'els@home.example'] where conversation_id = ?", bo.address(), theirs.conversation().value());
        contacts.saveDraft(agent, theirs.conversation(), new Draft("reply", "", 1, new Addressees(true, List.of(), List.of(bo.address()), List.of())));
        db.execute("insert into contacts.planned_answer (id, conversation_id, brand_id, author_id, author_name, text, seen_seq, client_key, later, planned_at, send_at, state, cc_addresses)"
                + " values (gen_random_uuid(), ?, ?, gen_random_uuid(), 'Noor', 'Straks', 1, 'k', true, now(), now() + interval '1 day', 'planned', array[?])",
                theirs.conversation().value(), brand.value(), bo.address());

        erased(bo, true);
        assertThat(db.fetchSingle("select distinct bcc_addresses from contacts.message where conversation_id = ? and direction = 'in'", theirs.conversation().value()).get(0, String[].class))
                .containsExactly("els@home.example");

        assertThat(where(bo.word())).isEmpty();
        assertThat(db.fetchSingle("select customer_id, subject from contacts.cases where id = ?", bo.first().caseId().value()).intoArray())
                .containsExactly(other.value(), word + " onderwerp");
        assertThat(db.fetchSingle("select text from contacts.message where conversation_id = ? and direction = 'in'", theirs.conversation().value()).get(0)).isEqualTo(word + " vraag");
        assertThat(where(word)).contains("contacts.attachment", "platform.blob_chunk");
    }

    @Test
    void waitsForAnOpenCaseAndCanBeTakenBackUntilThen() {
        String word = Plants.aWord();
        CustomerId customer = customers.recognise(brand, IdentityKind.EMAIL, word + "@home.example", word + " Klant", "nl").id();
        Received open = plants.writes(brand, customer, word, Optional.empty());
        Planted bo = new Planted(word, customer, open);
        assertThat(erasures.preview(officer, customer).held()).extracting(Erasures.Held::kind).containsExactly("open-case");
        Receipt first = begin(bo, true);
        assertThat(first.state()).isEqualTo(State.WAITING);
        refused("customers/erasure-under-way", () -> begin(bo, true));
        erasures.cancel(officer, first.id());
        erasures.cancel(officer, first.id());
        assertThat(erasures.receipt(officer, first.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(erasures.receipt(officer, first.id()).marks()).isEmpty();

        Receipt second = begin(bo, true);
        contacts.take(agent, open.contact());
        plants.solve(brand, agent, open);
        clock.advance(Duration.ofMinutes(20));
        done(second);
        assertThat(where(word)).isEmpty();
        refused("customers/erasure-begun", () -> erasures.cancel(officer, second.id()));
    }

    @Test
    void goesOnAfterAFaultInTheMiddleAndRepeatedIsHarmless() {
        Planted bo = plants.everywhere(brand, agent);
        db.execute("create function feedback.fault() returns trigger language plpgsql as 'begin raise exception ''fault''; end'");
        db.execute("create trigger fault before update on feedback.response for each row when (old.customer_id = '" + bo.customer() + "') execute function feedback.fault()");
        Receipt begun = begin(bo, true);
        eventually(() -> db.fetchCount(db.select().from("platform.timer").where("key = ? and attempts > 0", begun.id().toString())) == 1);
        assertThat(erasures.receipt(officer, begun.id()).state()).isEqualTo(State.RUNNING);
        assertThat(where(bo.word())).contains("feedback.response").doesNotContain("contacts.message", "customers.customer");

        db.execute("drop function feedback.fault cascade");
        clock.advance(Duration.ofMinutes(1));
        Receipt done = eventually(() -> erasures.receipt(officer, begun.id()), one -> one.state() == State.DONE);
        transactions.executeWithoutResult(_ -> erasing.fire(timer(begun)));
        assertThat(erasures.receipt(officer, begun.id())).isEqualTo(done);
        assertThat(Plants.counts(done.erased())).containsEntry("customer-card", 1).containsEntry("messages", 2);
        assertThat(where(bo.word())).isEmpty();
    }

    private static DueTimer timer(Receipt erasure) {
        return new DueTimer(Erasing.KIND, erasure.id().toString(), Instant.EPOCH, Map.of());
    }

    @Test
    void whoWritesAfterwardsIsANewCustomerInANewConversation() {
        Planted bo = plants.everywhere(brand, agent);
        erased(bo, true);
        refused("contacts/erased", () -> contacts.reply(agent, bo.first().conversation(), new Reply("Nog iets", List.of(), 9, "k", true)));
        CustomerId again = customers.recognise(brand, IdentityKind.EMAIL, bo.address(), bo.name(), "nl").id();
        assertThat(again).isNotEqualTo(bo.customer());
        Received received = plants.writes(brand, again, bo.word(), Optional.of(bo.first().conversation()));
        assertThat(received.conversation()).isNotEqualTo(bo.first().conversation());
        assertThat(contacts.conversation(agent, bo.first().conversation()).customer()).isNull();
    }

    @Test
    void tellsAfterwardsWhetherAnAddressWasErased() {
        Planted bo = plants.everywhere(brand, agent);
        Receipt receipt = erased(bo, true);
        assertThat(erasures.ofAddress(officer, " " + bo.address().toUpperCase() + " ")).extracting(Receipt::id).containsExactly(receipt.id());
        assertThat(erasures.ofAddress(officer, "nobody@home.example")).isEmpty();
        assertThat(erasures.ofAddress(Accesses.administrator(plants.aBrand()), bo.address())).isEmpty();
        assertThat(erasures.list(officer, String.valueOf(receipt.number()), null, 50).items()).extracting(Receipt::id).contains(receipt.id());
        refused("customers/not-found", () -> erasures.receipt(Accesses.administrator(plants.aBrand()), receipt.id()));
    }

    @Test
    void isDoneOnceMoreWhenTheDatabaseWasPutBackToATimeBefore() {
        Planted bo = plants.everywhere(brand, agent);
        Receipt receipt = erased(bo, true);
        // the list is written once the work is committed
        eventually(() -> file.read().stream().anyMatch(line -> line.id().equals(receipt.id().value()) && line.finishedAt() != null));
        db.execute("delete from customers.erasure where id = ?", receipt.id().value());
        db.execute("insert into customers.customer (id, brand_id, name, created_at) values (?, ?, ?, now())", bo.customer().value(), brand.value(), bo.name());
        db.execute("insert into customers.identity (id, customer_id, brand_id, kind, value, shown, created_at) values (?, ?, ?, 'email', ?, ?, now())",
                UUID.randomUUID(), bo.customer().value(), brand.value(), bo.address(), bo.address());
        plants.writes(brand, bo.customer(), bo.word(), Optional.empty());

        afterRestore.eraseAgain();

        Receipt again = erasures.receipt(officer, receipt.id());
        assertThat(again.state()).as("before anything else works").isEqualTo(State.DONE);
        assertThat(again.number()).isEqualTo(receipt.number());
        assertThat(again.repeatedAt()).isNotNull();
        assertThat(again.erased()).isEqualTo(receipt.erased());
        assertThat(where(bo.word())).isEmpty();
        afterRestore.eraseAgain();
        assertThat(erasures.receipt(officer, receipt.id())).isEqualTo(again);
    }

    @Test
    void isDoneBeforeAnythingElseWorks() {
        assertThat(afterRestore.isRunning()).isTrue();
        assertThat(lifecycles.stream().filter(one -> one.getClass().getName().startsWith("nl.hartslag") && !(one instanceof AfterRestore)))
                .isNotEmpty().allSatisfy(one -> assertThat(one.getPhase()).as(one.getClass().getName()).isGreaterThan(afterRestore.getPhase()));
    }

    @Test
    void whatWasTakenBackAfterTheBackupIsNotDoneAfterItIsPutBack() {
        String word = Plants.aWord();
        CustomerId customer = customers.recognise(brand, IdentityKind.EMAIL, word + "@home.example", word + " Klant", "nl").id();
        Received open = plants.writes(brand, customer, word, Optional.empty());
        Receipt asked = begin(new Planted(word, customer, open), true);
        Object traces = db.fetchSingle("select traces from customers.erasure where id = ?", asked.id().value()).get(0);
        erasures.cancel(officer, asked.id());
        eventually(() -> file.read().stream().anyMatch(line -> line.id().equals(asked.id().value()) && line.cancelled()));
        db.execute("update customers.erasure set state = 'waiting', traces = ? where id = ?", traces, asked.id().value());

        afterRestore.eraseAgain();

        assertThat(erasures.receipt(officer, asked.id()).state()).isEqualTo(State.CANCELLED);
        assertThat(db.fetchSingle("select traces from customers.erasure where id = ?", asked.id().value()).get(0)).isNull();
    }

    @Test
    void anErasureWhoseNumberWasGivenAwayAfterwardsGetsANewOne() {
        Planted bo = plants.everywhere(brand, agent);
        Receipt lost = erased(bo, true);
        eventually(() -> file.read().stream().anyMatch(line -> line.id().equals(lost.id().value()) && line.finishedAt() != null));
        Receipt other = erased(plants.someone(brand, agent), true);
        db.execute("delete from customers.erasure where id = ?", lost.id().value());
        db.execute("update customers.erasure set number = ? where id = ?", lost.number(), other.id().value());

        afterRestore.eraseAgain();

        Receipt again = erasures.receipt(officer, lost.id());
        assertThat(again.number()).isGreaterThan(lost.number());
        assertThat(erased(plants.someone(brand, agent), true).number()).isGreaterThan(again.number());
    }

    @Test
    void whatCameIntoAConversationAfterItsContentWentIsErasedToo() {
        Planted bo = plants.everywhere(brand, agent);
        Instant before = clock.instant().minus(Duration.ofDays(9));
        db.execute("update contacts.conversation set erased_at = cast(? as timestamptz) where customer_id = ?", before.toString(), bo.customer().value());
        erased(bo, true);
        assertThat(where(bo.word())).isEmpty();
        assertThat(db.fetchSingle("select erased_at from contacts.conversation where id = ?", bo.first().conversation().value()).get(0, Instant.class)).isEqualTo(before);
    }

    @Test
    void nothingIsWrittenInWhatWasErased() {
        Planted bo = plants.everywhere(brand, agent);
        erased(bo, true);
        ConversationId gone = bo.first().conversation();
        refused("contacts/erased", () -> contacts.reply(agent, gone, new Reply("Nog iets", List.of(), 9, "k", true)));
        refused("contacts/erased", () -> contacts.note(agent, gone, "Nog iets", "n"));
        refused("contacts/erased", () -> contacts.saveDraft(agent, gone, new Draft("reply", "Nog iets", 9)));
        refused("contacts/erased", () -> promises.give(agent, gone, new NewPromise(Act.OTHER, "Nog iets", null, clock.instant().plus(Duration.ofDays(1)), null, "p")));
        refused("contacts/erased", () -> consults.ask(agent, gone, new NewConsult(DepartmentId.next(), "Nog iets?", false, "c")));
        assertThat(where(bo.word())).isEmpty();
    }

    @Test
    void isForWhoMayAndKnowsWhatHeDoes() {
        Planted bo = plants.everywhere(brand, agent);
        refused("access/denied", () -> erasures.preview(agent, bo.customer()));
        Access partner = Access.everywhere(UserId.next(), "Gijs", "nl", Set.of(Permission.CUSTOMERS_ERASE, Permission.CUSTOMERS_VIEW), Set.of(brand), Set.of(), Optional.of(PartnerId.next()));
        refused("access/denied", () -> erasures.preview(partner, bo.customer()));
        refused("customers/not-found", () -> erasures.preview(Accesses.administrator(plants.aBrand()), bo.customer()));
        refused("request/invalid", () -> erasures.begin(officer, bo.customer(), new Request(Erasures.AskedBy.CUSTOMER, Erasures.Reason.REQUEST, null, true, "iemand anders")));
        refused("request/invalid", () -> erasures.begin(officer, bo.customer(), new Request(Erasures.AskedBy.CUSTOMER, Erasures.Reason.REQUEST, "voor " + bo.name(), true, bo.name())));
    }

    private Receipt erased(Planted whom, boolean ordersToo) {
        return done(begin(whom, ordersToo));
    }

    private Receipt begin(Planted whom, boolean ordersToo) {
        return erasures.begin(officer, whom.customer(), new Request(Erasures.AskedBy.CUSTOMER, Erasures.Reason.REQUEST, "AVG-12", ordersToo, whom.name()));
    }

    private Receipt done(Receipt begun) {
        return eventually(() -> {
            assertThat(db.fetch("select error from platform.timer where key = ? and error is not null", begun.id().toString()).getValues(0)).isEmpty();
            return erasures.receipt(officer, begun.id());
        }, one -> one.state() == State.DONE);
    }
}
