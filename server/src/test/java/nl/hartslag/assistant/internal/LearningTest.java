package nl.hartslag.assistant.internal;

import static nl.hartslag.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.assistant.Suggestions;
import nl.hartslag.assistant.Suggestions.LikelyReason;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler.DueTimer;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@HartslagTest
class LearningTest {
    @Autowired Suggestions suggestions;
    @Autowired Learning learning;
    @Autowired Contacts contacts;
    @Autowired Customers customers;
    @Autowired People people;
    @Autowired OrganisationSettings organisation;
    @Autowired TransactionTemplate transactions;
    @Autowired DSLContext db;
    @Autowired Clock clock;
    private BrandId brand;
    private Access noor;
    private ReasonId delivery;
    private ReasonId refund;

    @BeforeEach
    void aBrandWithTwoReasons() {
        brand = organisation.createBrand(Accesses.administrator(), new BrandDraft("a" + UUID.randomUUID().toString().substring(0, 12), "Merk",
                "#c2410c", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
        noor = someone(Role.AGENT);
        delivery = reason("Bezorging");
        refund = reason("Geld terug");
    }

    @Test
    void suggestsWhatWasRegisteredForSuchWordsBefore() {
        Received before = arrives("Het pakket is er nog niet");
        assertThat(suggestions.reasons(noor, before.contact())).isEmpty();
        registeredBefore();
        assertThat(suggestions.reasons(noor, before.contact())).first().satisfies(first -> {
            assertThat(first.reason()).isEqualTo(delivery);
            assertThat(first.alike()).isEqualTo(12);
        });
        assertThat(suggestions.reasons(noor, arrives("Graag geld terugbetalen").contact())).first().extracting(LikelyReason::reason).isEqualTo(refund);
        assertThat(suggestions.reasons(noor, arrives("Xyzzy 12345").contact())).isEmpty();
    }

    @Test
    void listensToWhatIsSaidAndNotToWhatIsQuoted() {
        registeredBefore();
        assertThat(suggestions.reasons(noor, arrives("Het pakket is er nog niet", "Graag geld terugbetalen, geld terug").contact()))
                .first().extracting(LikelyReason::reason).isEqualTo(delivery);
    }

    @Test
    void learningAgainChangesNothingAndACorrectionIsFollowed() {
        registeredBefore();
        ContactId mistaken = wrappedUp("Waar blijft het pakket", refund);
        var learned = counts();
        learn(mistaken);
        assertThat(counts()).isEqualTo(learned);

        contacts.register(noor, mistaken, new Registration(delivery, null, null));
        learn(mistaken);
        var corrected = counts();
        assertThat(corrected).isNotEqualTo(learned);
        assertThat(contactsOf(refund)).isEqualTo(12);
        assertThat(contactsOf(delivery)).isEqualTo(13);
        contacts.register(noor, mistaken, new Registration(refund, null, null));
        learn(mistaken);
        assertThat(counts()).isEqualTo(learned);
    }

    @Test
    void spamTeachesNothing() {
        Received received = arrives("Gratis geld, klik hier");
        contacts.take(noor, received.contact());
        contacts.wrapUp(noor, received.contact(), new WrapUp(CaseState.SOLVED, new Registration(refund, null, Result.SPAM), received.seq(), null));
        learn(received.contact());
        assertThat(counts()).isEmpty();
    }

    @Test
    void whatIsWrappedUpIsLearnedByItself() {
        Received received = arrives("Waar blijft mijn pakket?");
        contacts.take(noor, received.contact());
        contacts.wrapUp(noor, received.contact(), new WrapUp(CaseState.SOLVED, new Registration(delivery, null, Result.SOLVED), received.seq(), null));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(contactsOf(delivery)).isEqualTo(1));
    }

    @Test
    void twoThatAreLearnedAtOnceAreBothCounted() throws Exception {
        Received one = ended("Waar blijft mijn pakket", delivery);
        Received other = ended("Mijn pakket is zoek", delivery);
        assertThat(atOnce(() -> learn(one.contact()), () -> learn(other.contact()))).isEmpty();
        assertThat(contactsOf(delivery)).isEqualTo(2);
    }

    @Test
    void whatIsNotInUseAnyMoreIsNotSuggestedNorTellsItAnybodyOfAnotherBrand() {
        registeredBefore();
        Received received = arrives("Het pakket is er nog niet");
        organisation.changeReason(Accesses.administrator(brand), delivery, new ReasonDraft(null, "Bezorging", "Delivery", 1, false, true));
        assertThat(suggestions.reasons(noor, received.contact())).extracting(LikelyReason::reason).doesNotContain(delivery);
        BrandId mine = brand;
        brand = organisation.createBrand(Accesses.administrator(), new BrandDraft("b" + UUID.randomUUID().toString().substring(0, 12), "Ander",
                "#c2410c", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
        Access stranger = someone(Role.AGENT);
        assertThatThrownBy(() -> suggestions.reasons(stranger, received.contact())).hasMessage("contacts/not-found");
        brand = mine;
    }

    private void registeredBefore() {
        for (int i = 0; i < 12; i++) {
            wrappedUp("Waar blijft mijn pakket met nummer " + i, delivery);
            wrappedUp("Wanneer krijg ik mijn geld terug, het bedrag is " + i + " euro", refund);
        }
    }

    private ContactId wrappedUp(String text, ReasonId reason) {
        ContactId contact = ended(text, reason).contact();
        learn(contact);
        return contact;
    }

    private Received ended(String text, ReasonId reason) {
        Received received = arrives(text);
        contacts.take(noor, received.contact());
        contacts.wrapUp(noor, received.contact(), new WrapUp(CaseState.SOLVED, new Registration(reason, null, Result.SOLVED), received.seq(), null));
        return received;
    }

    private Void learn(ContactId contact) {
        transactions.executeWithoutResult(status -> learning.fire(new DueTimer(learning.kind(), contact.toString(), clock.instant(), Map.of())));
        return null;
    }

    private int contactsOf(ReasonId reason) {
        return db.fetchOptional("select contacts from assistant.reason where reason_id = ?", reason.value()).map(row -> row.get(0, Integer.class)).orElse(0);
    }

    private List<String> counts() {
        return db.fetch("select word || ' ' || reason_id || ' ' || contacts from assistant.reason_word where brand_id = ?"
                + " union all select 'all ' || contacts || ' ' || words from assistant.model where brand_id = ? and contacts > 0 order by 1", brand.value(), brand.value())
                .map(row -> row.get(0, String.class));
    }

    private Access someone(Role role) {
        return people.access(people.create(new People.NewUser(UUID.randomUUID() + "@work.example", "Noor", "nl", Optional.empty(), Optional.empty(),
                Optional.empty(), false, List.of(new People.RoleGrant(role, Optional.of(brand))), List.of(), Map.of()))).orElseThrow();
    }

    private ReasonId reason(String name) {
        return organisation.createReason(Accesses.administrator(brand), brand, new ReasonDraft(null, name, name, 0, false, false));
    }

    private Received arrives(String text) {
        return arrives(text, null);
    }

    private Received arrives(String text, @Nullable String quoted) {
        String from = UUID.randomUUID() + "@home.example";
        var customer = customers.recognise(brand, IdentityKind.EMAIL, from, "Klant", "nl");
        return contacts.receive(new InboundMessage(Optional.empty(), brand, customer.id(), "Klant", "letters", "mail", null, null, null, null,
                UUID.randomUUID().toString(), clock.instant(), "Vraag", "nl", text, quoted, null, null, false, false, true, Optional.empty(), List.of(from), List.of()));
    }
}
