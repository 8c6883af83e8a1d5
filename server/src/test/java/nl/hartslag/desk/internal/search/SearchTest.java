package nl.hartslag.desk.internal.search;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.InboundMessage.NewAttachment;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Erasures;
import nl.hartslag.desk.Desk;
import nl.hartslag.desk.DeskFound;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.desk.DeskRow.Piece;
import nl.hartslag.desk.DeskSearch;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Conversations are found by what was said in them, and by nobody who may not read them. */
@HartslagTest
class SearchTest {
    @Autowired Desk desk;
    @Autowired Contacts contacts;
    @Autowired Customers customers;
    @Autowired Erasures erasures;
    @Autowired OrganisationSettings settings;
    @Autowired People people;
    @Autowired Blobs blobs;
    @Autowired Vocabulary vocabulary;
    @Autowired DSLContext db;
    private BrandId brand;
    private Access agent;

    @BeforeEach
    void aBrandWithAnAgent() {
        brand = settings.createBrand(Accesses.administrator(), new BrandDraft("s" + UUID.randomUUID().toString().substring(0, 12), "Merk", "#9c2f58", "nl",
                "Europe/Amsterdam", false, "Groet", "Regards"));
        agent = people.access(people.create(new People.NewUser(UUID.randomUUID() + "@desk.example", "Ilse", "nl", Optional.empty(), Optional.empty(), Optional.empty(),
                false, List.of(new People.RoleGrant(Role.AGENT, Optional.of(brand))), List.of(), Map.of()))).orElseThrow();
    }

    @Test
    void aWordIsFoundHoweverItEnds() {
        ConversationId dutch = asks("nl", "De lampen werden beschadigd geleverd, ik wil ze terugsturen.");
        ConversationId english = asks("en", "The shelves arrived damaged, I was promised a refund.");
        for (String typed : List.of("lamp", "beschadigde", "leveren lampen", "terugstu")) assertThat(found(typed)).as(typed).containsExactly(dutch);
        for (String typed : List.of("shelf", "promises", "arriving", "refunded")) assertThat(found(typed)).as(typed).containsExactly(english);
        assertThat(found("kast")).isEmpty();
    }

    @Test
    void aPhraseStandsInThatOrder_andWhatIsLeftOutDoesNotStandThere() {
        ConversationId one = asks("nl", "Mijn pakket is niet aangekomen.");
        ConversationId other = asks("nl", "Is het pakket van mijn buurman aangekomen? Niet bij mij.");
        assertThat(found("pakket aangekomen")).containsExactly(other, one);
        assertThat(found("\"mijn pakket\"")).containsExactly(one);
        assertThat(found("“niet aangekomen”")).containsExactly(one);
        assertThat(found("pakket -buurman")).containsExactly(one);
        assertThat(found("aangekomen -\"mijn pakket\"")).containsExactly(other);
    }

    @Test
    void notesAnswersFilesNamesAndNumbersAreFound() {
        ConversationId id = asks("nl", "Hierbij de rekening.", "factuur-0815.pdf");
        contacts.note(agent, id, "Belde ook al over zijn kozijnen.", "n");
        contacts.reply(agent, id, new Reply("Wij crediteren het bedrag morgen.", List.of(), 99, "k", true));
        long number = contacts.caseOf(contacts.conversation(agent, id).caseId()).number();
        for (String typed : List.of("kozijn", "crediteer bedragen", "factuur-0815", "Willem Tell", "tel", "onderwerp kozijnen", "#" + number, number + " kozijnen")) {
            assertThat(found(typed)).as(typed).contains(id);
        }
        assertThat(found("aanhaling")).as("what it only quotes").isEmpty();
    }

    @Test
    void whatWasFoundIsShownInItsPlace() {
        asks("nl", "Beste mensen, ik heb vorige week een blauwe fiets besteld en die is nog steeds niet bezorgd. Groeten van mij en de kinderen.", "bon.pdf");
        DeskRow row = rows("fietsen").getFirst();
        assertThat(row.found()).contains(new Piece("fiets", true));
        assertThat(text(row)).contains("een blauwe fiets besteld").hasSizeLessThan(200);
        assertThat(text(rows("bon").getFirst())).isEqualTo("bon.pdf");
        assertThat(rows("Tell").getFirst().found()).as("only his name").isEmpty();
    }

    @Test
    void aSlipOfTheFingerFindsWhatIsMeant_asSeveralCustomersSayIt() {
        for (int i = 0; i < 5; i++) asks("nl", "Kan ik mijn verrekijker " + i + " ruilen?");
        asks("nl", "Mijn naam is Abrahamsz.");
        read();
        vocabulary.read();
        for (String typed : List.of("verekijker", "verrekijekr", "verrekeiker")) {
            DeskFound found = desk.find(agent, DeskSearch.words(typed + " ruilen"), null, 50);
            assertThat(found.items()).as(typed).hasSize(5);
            assertThat(found.meant()).as(typed).isEqualTo("verrekijker ruilen");
        }
        assertThat(desk.find(agent, DeskSearch.words("verrekijkers"), null, 50)).satisfies(found -> assertThat(found.meant()).isNull());
        assertThat(found("abrahamsx")).as("what one customer said is guessed for nobody").isEmpty();
        assertThat(found("\"verekijker\"")).as("between quotation marks, as it is").isEmpty();
    }

    @Test
    void newestFirstPageByPage() {
        List<ConversationId> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++) asked.addFirst(asks("nl", "Vraag over zonweringen " + i));
        read();
        List<ConversationId> found = new ArrayList<>();
        String cursor = null;
        do {
            DeskFound page = desk.find(agent, DeskSearch.words("zonwering"), cursor, 2);
            page.items().forEach(row -> found.add(row.conversation()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(found).isEqualTo(asked);
    }

    @Test
    void whatIsErasedIsFoundNoMore() {
        ConversationId id = asks("nl", "Mijn adres is Kerkwegje 12.");
        assertThat(found("kerkwegje")).containsExactly(id);
        CustomerId customer = contacts.conversation(agent, id).customer();
        contacts.take(agent, contacts.conversation(agent, id).contact().orElseThrow());
        contacts.wrapUp(agent, contacts.conversation(agent, id).contact().orElseThrow(), new WrapUp(CaseState.SOLVED, new Registration(
                settings.createReason(Accesses.administrator(brand), brand, new ReasonDraft(null, "Vraag", "Question", 0, false, false)), null, Result.SOLVED), 99, null));
        Access officer = Accesses.administrator(brand);
        var begun = erasures.begin(officer, customer, new Erasures.Request(Erasures.AskedBy.CUSTOMER, Erasures.Reason.REQUEST, null, true, "Willem Tell"));
        eventually(() -> erasures.receipt(officer, begun.id()).state() == Erasures.State.DONE);
        read();
        assertThat(found("kerkwegje")).isEmpty();
        assertThat(found("Willem")).isEmpty();
        assertThat(db.fetchSingle("select count(*) from desk.searched where conversation_id = ? and words @@ 'willem | kerkwegj'", id.value()).get(0, Integer.class)).isZero();
    }

    @Test
    void nobodyFindsWhatHeMayNotRead() {
        asks("nl", "Dit gaat over een zeldzaamheid.");
        assertThat(rows("zeldzaamheid")).hasSize(1);
        Access stranger = Accesses.with(Permission.CONTACTS_VIEW, BrandId.next());
        assertThat(desk.find(stranger, DeskSearch.words("zeldzaamheid"), null, 10).items()).isEmpty();
    }

    @Test
    void onlyOfAChannelAStateAndATime() {
        ConversationId id = asks("nl", "Er is iets met de hoogslaper.");
        Instant now = Instant.now();
        record Only(DeskSearch.State state, String medium, Instant from, Instant until, boolean there) {}
        for (Only only : List.of(new Only(null, null, null, null, true), new Only(DeskSearch.State.OPEN, "mail", now.minusSeconds(600), now.plusSeconds(600), true),
                new Only(DeskSearch.State.CLOSED, null, null, null, false), new Only(null, "chat", null, null, false),
                new Only(null, null, now.plusSeconds(600), null, false), new Only(null, null, null, now.minusSeconds(600), false))) {
            for (String text : List.of("hoogslapers", "")) {
                var search = new DeskSearch(text, Optional.of(brand), Optional.ofNullable(only.medium), Optional.ofNullable(only.state), Optional.ofNullable(only.from), Optional.ofNullable(only.until));
                read();
                assertThat(desk.find(agent, search, null, 10).items().stream().map(DeskRow::conversation)).as("%s", only).containsExactlyElementsOf(only.there ? List.of(id) : List.of());
            }
        }
    }

    @Test
    void whateverIsTypedIsSoughtOrLeft() {
        ConversationId id = asks("nl", "Wat is er met de bestelling?");
        for (String typed : List.of("\"", "-", "--", "''", "\\", "& | !", "😀", "-bestelling", "( )", ":*")) assertThat(found(typed)).as(typed).contains(id);
        assertThat(found("de bestelling")).as("small words are left").containsExactly(id);
        assertThat(found("o'bestelling \\ :* bestelling")).isEmpty();
        assertThat(found("woord ".repeat(2_000))).isEmpty();
    }

    @Test
    void aConversationOfManyWordsIsFoundByItsNewest() {
        String many = IntStream.range(0, 60_000).mapToObj(i -> "é" + Integer.toString(i * 7919, 36)).collect(Collectors.joining(" "));
        ConversationId id = asks("nl", many);
        contacts.note(agent, id, "Graag een sleutelkastje.", "n");
        ConversationId after = asks("nl", "Ook een sleutelkastje.");
        assertThat(found("sleutelkastje")).containsExactly(after, id);
    }

    private ConversationId asks(String language, String text, String... files) {
        CustomerId customer = customers.recognise(brand, IdentityKind.EMAIL, UUID.randomUUID() + "@post.example", "Willem Tell", language).id();
        Received received = contacts.receive(new InboundMessage(Optional.empty(), brand, customer, "Willem Tell", "letter", "mail", null, null, null, null,
                UUID.randomUUID().toString(), Instant.now(), "Onderwerp", language, text, "Een aanhaling van vroeger", null, null, false, false, true,
                Optional.empty(), List.of("willem@post.example"),
                List.of(files).stream().map(name -> new NewAttachment(name, "application/pdf", 1, blobs.put(name.getBytes()), null, false)).toList()));
        return received.conversation();
    }

    private void read() {
        eventually(() -> db.fetchSingle("select count(*) from desk.search_due").get(0, Integer.class) == 0);
    }

    private List<DeskRow> rows(String typed) {
        read();
        return desk.find(agent, DeskSearch.words(typed), null, 50).items();
    }

    private List<ConversationId> found(String typed) {
        return rows(typed).stream().map(DeskRow::conversation).toList();
    }

    private static String text(DeskRow row) {
        return row.found().stream().map(Piece::text).collect(Collectors.joining());
    }
}
