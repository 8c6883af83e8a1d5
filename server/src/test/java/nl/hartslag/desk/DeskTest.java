package nl.hartslag.desk;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.ContactsImport;
import nl.hartslag.contacts.ContactsImport.PastCase;
import nl.hartslag.contacts.ContactsImport.PastContact;
import nl.hartslag.contacts.ContactsImport.PastConversation;
import nl.hartslag.contacts.ContactsImport.PastMessage;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.desk.DeskList.View;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@HartslagTest
class DeskTest {
    @Autowired
    Desk desk;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactsImport imports;

    @Autowired
    Customers customers;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    People people;

    @Autowired
    Routing routing;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    private BrandId brand;
    private QueueId queue;
    private ReasonId reason;
    private Access agent;

    @BeforeEach
    void makeABrandWithAQueueAndAnAgent() {
        clock.run();
        String key = "d" + UUID.randomUUID().toString().substring(0, 12);
        brand = settings.createBrand(
                Accesses.administrator(),
                new BrandDraft(key, "Merk", "#9c2f58", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
        queue = routing.createQueue(
                new Routing.NewQueue(brand, "Vragen", Optional.empty(), 50, 10, "pull", 30, 60, Map.of()));
        routing.addRule(brand, Optional.empty(), Optional.empty(), Optional.empty(), queue);
        reason = settings.createReason(
                Accesses.administrator(brand), brand, new ReasonDraft(null, "Levering", "Delivery", 1, false, false));
        agent = agent("Ilse de Wit");
    }

    @Test
    void aMessageStandsInTheListsUntilItIsWrappedUp() {
        var received = receive("Waar is mijn pakket?", Optional.empty());

        var row = list(View.WAITING).getFirst();
        assertThat(row.subject()).isEqualTo("Waar is mijn pakket?");
        assertThat(row.queueName()).isEqualTo("Vragen");
        assertThat(row.waitingSince()).isNotNull();
        assertThat(row.unread()).isTrue();
        assertThat(desk.counts(agent).queues()).containsEntry(queue, 1);

        contacts.take(agent, received.contact());
        assertThat(list(View.WAITING)).isEmpty();
        assertThat(list(View.MINE)).extracting(DeskRow::assignedName).containsExactly("Ilse de Wit");
        assertThat(desk.counts(agent)).isEqualTo(new DeskCounts(1, 0, 0, 1, desk.counts(agent).queues()));

        contacts.reply(agent, received.conversation(), new Reply("Het is onderweg.", List.of(), received.seq(), "k1", true));
        assertThat(list(View.MINE).getFirst().waitingSince()).isNull();
        assertThat(list(View.MINE).getFirst().previewFrom()).isEqualTo("out");

        contacts.wrapUp(agent, received.contact(), new WrapUp(CaseState.SOLVED, new Registration(reason, null, Result.SOLVED), received.seq(), null));
        assertThat(list(View.MINE)).isEmpty();
        assertThat(list(View.CLOSED)).extracting(DeskRow::caseState).containsExactly(CaseState.SOLVED);
        assertThat(desk.counts(agent).all()).isZero();
    }

    /** Somebody takes it, and in the same moment a colleague reads it: what he sees of it is older than that it was taken. */
    @Test
    void theRowSaysWhatIsTrueWhateverHappensAtOnce() throws Exception {
        var received = receive("Wie helpt mij?", Optional.empty());
        Access colleague = agent("Daan Smeets");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> both = new ArrayList<>();
            transactions.executeWithoutResult(_ -> {
                db.execute("select 1 from desk.conversation_row where conversation_id = ? for update", received.conversation().value());
                both.add(pool.submit(() -> contacts.take(agent, received.contact())));
                eventually(() -> waitForTheRow() == 1);
                both.add(pool.submit(() -> contacts.read(colleague, received.conversation(), received.seq())));
                eventually(() -> waitForTheRow() == 2);
            });
            for (Future<?> each : both) each.get();
        }
        assertThat(list(View.MINE)).extracting(DeskRow::conversation).containsExactly(received.conversation());
        assertThat(list(View.MINE).getFirst().unread()).isFalse();
    }

    private int waitForTheRow() {
        return db.fetchSingle("select count(distinct pid) from pg_locks where not granted").get(0, Integer.class);
    }

    @Test
    void aCaseThatStaysOpenSaysWhenItComesBack() {
        var received = receive("Is mijn koffer al gevonden?", Optional.empty());
        contacts.take(agent, received.contact());
        Instant at = Instant.now().plusSeconds(43_200).truncatedTo(ChronoUnit.SECONDS);
        contacts.wrapUp(agent, received.contact(), new WrapUp(
                CaseState.OPEN, new Registration(reason, null, Result.ANSWERED), received.seq(), at));
        assertThat(list(View.CLOSED)).extracting(DeskRow::comesBackAt).containsExactly(at);
        contacts.reply(agent, received.conversation(), new Reply("Gevonden!", List.of(), received.seq(), "k2", true));
        assertThat(list(View.MINE)).singleElement().matches(row -> row.comesBackAt() == null);
    }

    @Test
    void whatIsKeptOpenLongerThanItsAnswerIsPromisedComesBackForThat() {
        var received = receive("Is mijn koffer al gevonden?", Optional.empty());
        Instant promised = contacts.answerPromise(received.contact()).orElseThrow().dueAt();
        contacts.take(agent, received.contact());
        contacts.wrapUp(agent, received.contact(), new WrapUp(
                CaseState.OPEN, new Registration(reason, null, Result.ANSWERED), received.seq(), promised.plusSeconds(86_400)));
        assertThat(list(View.CLOSED)).extracting(DeskRow::comesBackAt).containsExactly(promised);
    }

    @Test
    void pagesWalkEveryRowOnceInTheOrderOfUrgency() {
        for (int i = 0; i < 23; i++) receive("Vraag " + i, Optional.empty());

        List<DeskRow> walked = new ArrayList<>();
        String cursor = null;
        do {
            var page = desk.list(agent, new DeskList(View.ALL, Optional.empty()), cursor, 5);
            walked.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(walked).hasSize(23);
        assertThat(new HashSet<>(walked.stream().map(DeskRow::conversation).toList())).hasSize(23);
        assertThat(walked).extracting(DeskRow::dueAt).isSorted();
    }

    @Test
    void findsByNameSubjectAddressAndCaseNumber() {
        var received = receive("Garantie op het koffiezetapparaat", Optional.empty());
        long number = contacts.caseOf(received.caseId()).number();

        for (String text : List.of("koffiezet", "marieke gar", "marieke" + brand + "@post.example", "#" + number)) {
            assertThat(found(text)).as(text).extracting(DeskRow::conversation).contains(received.conversation());
        }
        assertThat(found("koffiezet fiets")).isEmpty();
    }

    @Test
    void whatIsOfAnotherBrandIsNotThere() {
        receive("Geheim", Optional.empty());
        Access stranger = Accesses.with(Permission.CONTACTS_VIEW, BrandId.next());

        assertThat(desk.list(stranger, new DeskList(View.ALL, Optional.empty()), null, 10).items()).isEmpty();
        assertThat(desk.counts(stranger).all()).isZero();
    }

    @Test
    void colleaguesSeeWhoIsLookingAndTyping() {
        var received = receive("Wie kijkt er mee?", Optional.empty());
        Access colleague = agent("Bram Smit");
        desk.watch(colleague, received.conversation(), true);

        assertThat(list(View.WAITING).getFirst().watchers()).containsExactly(new DeskRow.Watcher(colleague.user(), "Bram Smit", true));

        desk.leave(colleague, received.conversation());
        assertThat(list(View.WAITING).getFirst().watchers()).isEmpty();
    }

    @Test
    void openingShowsThreadCustomerAndPromiseAtOnce() {
        var received = receive("Alles in één keer", Optional.empty());

        var open = desk.open(agent, received.conversation());

        assertThat(open.messages()).extracting(message -> message.direction()).contains("in");
        assertThat(open.beside()).isNotNull();
        assertThat(open.beside().customer().name()).isEqualTo("Marieke van den Berg");
        assertThat(open.promises()).isNotEmpty();
        assertThat(open.row()).isNotNull();
    }

    @Test
    void pastWorkIsFoundAmongTheClosed() {
        var id = ConversationId.next();
        var at = Instant.parse("2026-09-07T08:00:00Z");
        var contact = ContactId.next();
        var customer = customers.recognise(brand, IdentityKind.EMAIL, "vroeger" + brand + "@post.example", "Piet Vroeger", "nl");
        imports.store(List.of(new PastCase(CaseId.next(), brand, customer.id(), "Lang geleden", at, at.plusSeconds(60), agent.user(),
                List.of(new PastConversation(id, "letter", "mail", "Lang geleden", "nl", true, List.of("vroeger@post.example"),
                        List.of(new PastContact(contact, Optional.empty(), queue, null, null, null, Result.SOLVED, at, at, at, at.plusSeconds(60),
                                agent.user(), Optional.empty(), List.of())),
                        List.of(new PastMessage(MessageId.next(), contact, "in", null, "Piet", at, "Hoe ging het?", "conversation", null)))))));

        var row = list(View.CLOSED).getFirst();
        assertThat(row.conversation()).isEqualTo(id);
        assertThat(row.customerName()).isEqualTo("Piet Vroeger");
        assertThat(row.preview()).isEqualTo("Hoe ging het?");
        assertThat(row.unread()).isFalse();
    }

    private List<DeskRow> list(View view) {
        return desk.list(agent, new DeskList(view, Optional.empty()), null, 50).items();
    }

    private List<DeskRow> found(String text) {
        eventually(() -> db.fetchSingle("select count(*) from desk.search_due").get(0, Integer.class) == 0);
        return desk.find(agent, DeskSearch.words(text), null, 50).items();
    }

    private Access agent(String name) {
        var id = people.create(new People.NewUser(UUID.randomUUID() + "@desk.example", name, "nl", Optional.empty(), Optional.empty(),
                Optional.empty(), false, List.of(new People.RoleGrant(Role.AGENT, Optional.of(brand))), List.of(), Map.of()));
        return people.access(id).orElseThrow();
    }

    private Received receive(String subject, Optional<ConversationId> conversation) {
        var customer = customers.recognise(brand, IdentityKind.EMAIL, "marieke" + brand + "@post.example", "Marieke van den Berg", "nl");
        return contacts.receive(new InboundMessage(conversation, brand, customer.id(), "Marieke van den Berg", "letter", "mail", null, null,
                null, null, UUID.randomUUID().toString(), Instant.now(), subject, "nl", "Kunt u mij helpen?", null, null, null, false, false,
                true, Optional.empty(), List.of("marieke@post.example"), List.of()));
    }
}
