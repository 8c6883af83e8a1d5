package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.hartslag.contacts.FirstQueue;
import nl.hartslag.contacts.NewConversations;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Uuid7;
import nl.hartslag.shared.Visible;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class NewConversationsService implements NewConversations {
    private static final String MEDIUM = "mail";
    /** A subject is one line. */
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final int LONGEST_NAME = 200;

    private final DSLContext db;
    private final Customers customers;
    private final Organisation organisation;
    private final MailWay mail;
    private final FirstQueue firstQueue;
    private final Handling handling;
    private final EventLines lines;
    private final Clock clock;

    NewConversationsService(DSLContext db, Customers customers, Organisation organisation, MailWay mail, FirstQueue firstQueue, Handling handling, EventLines lines, Clock clock) {
        this.db = db;
        this.customers = customers;
        this.organisation = organisation;
        this.mail = mail;
        this.firstQueue = firstQueue;
        this.handling = handling;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ConversationId begin(Access access, NewConversation wanted) {
        access.require(Permission.CONTACTS_HANDLE);
        Customer customer = customers.open(access, wanted.customer());
        access.require(Permission.CONTACTS_HANDLE, customer.brand());
        subject(new FieldErrors(), wanted.subject()).verify();
        Identity identity = addresses(customer).filter(one -> one.id().equals(wanted.identity())).findFirst().orElseThrow(() -> Problem.invalid("identity", "not-this-customers"));
        String channel = mailOf(customer.brand());
        return once(access, wanted.clientKey(), () -> begin(access, customer, card(customer, identity.value()), new To(identity.value(), identity.proven()), channel, wanted.subject(), wanted.clientKey()));
    }

    @Override
    @Transactional
    public ConversationId begin(Access access, NewCorrespondent wanted) {
        access.require(Permission.CONTACTS_HANDLE, wanted.brand());
        access.require(Permission.CUSTOMERS_VIEW, wanted.brand());
        if (access.partner().isPresent()) throw Problem.of("contacts/known-only", 403);
        if (organisation.brand(wanted.brand()).anonymous()) throw Problem.of("contacts/anonymous-brand", 409);
        String address = wanted.address().strip();
        subject(new FieldErrors(), wanted.subject())
                .text("address", address, Addressing.LONGEST)
                .check(Addressing.isOne(address), "address", "email")
                .check(!mail.ours(address), "address", "our-address")
                .notLonger("name", wanted.name(), LONGEST_NAME)
                .verify();
        String channel = mailOf(wanted.brand());
        return once(access, wanted.clientKey(), () -> {
            CustomerId known = customers.recognise(wanted.brand(), IdentityKind.EMAIL, address, wanted.name(), null).id();
            Customer customer = customers.open(access, known);
            boolean proven = addresses(customer).anyMatch(one -> one.proven() && one.value().equalsIgnoreCase(address));
            return begin(access, customer, known, new To(address, proven), channel, wanted.subject(), wanted.clientKey());
        });
    }

    /** To which of his cards the address belongs, so that the conversation stays with it when these are taken apart. */
    private CustomerId card(Customer customer, String address) {
        return customers.find(customer.brand(), IdentityKind.EMAIL, address).map(Customer::id).filter(customers.together(customer.id())::contains).orElse(customer.id());
    }

    private record To(String address, boolean proven) {}

    private static FieldErrors subject(FieldErrors errors, String subject) {
        return errors.check(!Visible.nothing(subject), "subject", "required").notLonger("subject", subject, LONGEST_SUBJECT);
    }

    /** Those to which one can write. */
    private Stream<Identity> addresses(Customer customer) {
        return customers.identities(customer.id()).stream().filter(one -> one.kind() == IdentityKind.EMAIL && !one.proposed());
    }

    private String mailOf(BrandId brand) {
        return mail.mailOf(brand).orElseThrow(() -> Problem.of("contacts/no-mail", 409));
    }

    /** Two requests for the same one after the other, so that the second finds what the first began. */
    private ConversationId once(Access access, String clientKey, Supplier<ConversationId> begin) {
        db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 73))", DSL.val(access.user() + "/" + clientKey));
        return begun(access, clientKey).orElseGet(begin);
    }

    private Optional<ConversationId> begun(Access access, String clientKey) {
        return db.select(CONVERSATION.ID).from(CONVERSATION)
                .where(CONVERSATION.BEGUN_BY.eq(access.user().value())).and(CONVERSATION.BEGUN_KEY.eq(clientKey))
                .fetchOptional(row -> new ConversationId(row.value1()));
    }

    private ConversationId begin(Access access, Customer customer, CustomerId card, To to, String channel, String wanted, String clientKey) {
        if (!customers.stays(card)) throw Problem.notFound("customers");
        Instant now = clock.instant();
        String subject = SPACE.matcher(wanted.strip()).replaceAll(" ");
        CasesRecord its = newCase(customer, card, subject, now);
        ConversationRecord conversation = db.newRecord(CONVERSATION);
        conversation.setId(Uuid7.next());
        conversation.setBrandId(customer.brand().value());
        conversation.setCustomerId(card.value());
        conversation.setCaseId(its.getId());
        conversation.setChannel(channel);
        conversation.setSubject(subject);
        conversation.setLanguage(customer.language());
        conversation.setSenderProven(to.proven);
        conversation.setStartedAt(now);
        conversation.setLastMessageAt(now);
        conversation.setBegunBy(access.user().value());
        conversation.setBegunKey(clientKey);
        conversation.insert();
        db.insertInto(PARTICIPANT)
                .set(PARTICIPANT.CONVERSATION_ID, conversation.getId())
                .set(PARTICIPANT.ADDRESS, to.address.toLowerCase(Locale.ROOT))
                .set(PARTICIPANT.ROLE, Recipients.CUSTOMER)
                .execute();
        FirstQueue.Place place = firstQueue.of(customer.brand(), channel, MEDIUM, null, Optional.empty());
        ContactRecord contact = handling.begun(access, conversation, place);
        lines.done(new ConversationId(conversation.getId()), access, new ContactId(contact.getId()), "begun");
        return new ConversationId(conversation.getId());
    }

    private CasesRecord newCase(Customer customer, CustomerId card, String subject, Instant now) {
        CasesRecord its = db.newRecord(CASES);
        its.setId(Uuid7.next());
        its.setBrandId(customer.brand().value());
        its.setCustomerId(card.value());
        its.setSubject(subject);
        its.setState("open");
        its.setContacts(1);
        its.setOpenedAt(now);
        its.insert();
        return its;
    }
}
