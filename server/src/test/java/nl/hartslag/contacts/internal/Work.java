package nl.hartslag.contacts.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.contacts.Written;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A brand with people and customers, in the words of the work. Its channel is one that no adapter answers for. */
@TestComponent
class Work {
    static final String CHANNEL = "letters";
    private final Contacts contacts;
    private final Customers customers;
    private final People people;
    private final OrganisationSettings organisation;
    private final Clock clock;

    Work(Contacts contacts, Customers customers, People people, OrganisationSettings organisation, Clock clock) {
        this.contacts = contacts;
        this.customers = customers;
        this.people = people;
        this.organisation = organisation;
        this.clock = clock;
    }

    BrandId aBrand() {
        return organisation.createBrand(
                Accesses.administrator(),
                new BrandDraft("c" + UUID.randomUUID().toString().substring(0, 12), "Merk", "#c2410c", "nl",
                        "Europe/Amsterdam", false, "Groet", "Regards"));
    }

    ReasonId aReason(BrandId brand) {
        return organisation.createReason(
                Accesses.administrator(brand), brand, new ReasonDraft(null, "Bezorging", "Delivery", 0, false, false));
    }

    Access anAgent(BrandId brand) {
        return someone(brand, Role.AGENT);
    }

    Access someone(BrandId brand, Role role) {
        UserId user = people.create(new People.NewUser(
                UUID.randomUUID() + "@work.example", "Noor", "nl", Optional.empty(), Optional.empty(), Optional.empty(),
                false, List.of(new People.RoleGrant(role, Optional.of(brand))), List.of(), Map.of()));
        return people.access(user).orElseThrow();
    }

    Letter aLetter(BrandId brand) {
        return new Letter(brand, UUID.randomUUID() + "@home.example");
    }

    Written answer(Access agent, ConversationId conversation, int seen) {
        return contacts.reply(agent, conversation, new Reply("Onderweg!", List.of(), seen, UUID.randomUUID().toString(), false));
    }

    /** By someone who has read everything. */
    void wrapUp(Access agent, ContactId contact, ReasonId reason, CaseState state) {
        int seen = contacts.conversation(agent, contacts.contactOf(contact).conversation()).lastSeq();
        wrapUp(agent, contact, reason, state, seen);
    }

    void wrapUp(Access agent, ContactId contact, ReasonId reason, CaseState state, int seen) {
        contacts.wrapUp(agent, contact, new WrapUp(state, new Registration(reason, null, Result.ANSWERED), seen, null));
    }

    void keepOpen(Access agent, Received received, ReasonId reason, Instant comesBackAt) {
        contacts.wrapUp(agent, received.contact(), new WrapUp(
                CaseState.OPEN, new Registration(reason, null, Result.ANSWERED), received.seq(), comesBackAt));
    }

    /** What one customer writes, one message after another. */
    class Letter {
        private final BrandId brand;
        private final String from;
        private String subject = "Pakje";
        private String text = "Waar is mijn pakje?";
        private String key = UUID.randomUUID().toString();
        private String medium = "mail";
        private boolean automatic;
        private @Nullable ReasonId reason;
        private ConversationId conversation;

        Letter(BrandId brand, String from) {
            this.brand = brand;
            this.from = from;
        }

        Letter saying(String words) {
            text = words;
            key = UUID.randomUUID().toString();
            return this;
        }

        Letter headed(String words) {
            subject = words;
            return this;
        }

        Letter about(ReasonId chosen) {
            reason = chosen;
            return this;
        }

        Letter byChat() {
            medium = "chat";
            return this;
        }

        Letter automatic() {
            automatic = true;
            return this;
        }

        /** Sends it, or sends the very same again. */
        Received arrives() {
            var customer = customers.recognise(brand, IdentityKind.EMAIL, from, "Klant", "nl");
            Received received = contacts.receive(new InboundMessage(
                    Optional.ofNullable(conversation), brand, customer.id(), "Klant", CHANNEL, medium, null, null, null,
                    null, key, clock.instant(), subject, "nl", text, null, null, null, false, automatic, true,
                    Optional.ofNullable(reason), List.of(from), List.of()));
            conversation = received.conversation();
            return received;
        }
    }
}
