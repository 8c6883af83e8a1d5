package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.testing.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Draft;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.customers.Erasures.Count;
import nl.hartslag.customers.Stories;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.organisation.OrganisationSettings.ReasonDraft;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import nl.hartslag.testing.Accesses;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

/** A customer of whom a word of his own stands in every place of the product. */
@TestComponent
@Import(Nights.class)
class Plants {
    private final DSLContext db;
    private final OrganisationSettings organisation;
    private final People people;
    private final Customers customers;
    private final Stories stories;
    private final Contacts contacts;
    private final GivenPromises promises;
    private final Blobs blobs;
    private final Secrets secrets;
    private final Clock clock;

    Plants(DSLContext db, OrganisationSettings organisation, People people, Customers customers, Stories stories, Contacts contacts,
           GivenPromises promises, Blobs blobs, Secrets secrets, Clock clock) {
        this.db = db;
        this.organisation = organisation;
        this.people = people;
        this.customers = customers;
        this.stories = stories;
        this.contacts = contacts;
        this.promises = promises;
        this.blobs = blobs;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Who wrote once and was helped. */
    Planted someone(BrandId brand, Access agent) {
        String word = aWord();
        CustomerId customer = customers.recognise(brand, IdentityKind.EMAIL, word + "@home.example", word + " Klant", "nl").id();
        Received asked = writes(brand, customer, word, Optional.empty());
        contacts.take(agent, asked.contact());
        solve(brand, agent, asked);
        return new Planted(word, customer, asked);
    }

    static Map<String, Integer> counts(List<Count> counts) {
        return counts.stream().collect(Collectors.toMap(Count::kind, Count::number));
    }

    record Planted(String word, CustomerId customer, Received first) {
        String address() {
            return word + "@home.example";
        }

        String name() {
            return word + " Klant";
        }
    }

    BrandId aBrand() {
        return organisation.createBrand(Accesses.administrator(), new BrandDraft("c" + UUID.randomUUID().toString().substring(0, 12), "Merk", "#c2410c", "nl",
                "Europe/Amsterdam", false, "Groet", "Regards"));
    }

    Access anAgent(BrandId brand) {
        UserId user = people.create(new People.NewUser(UUID.randomUUID() + "@work.example", "Noor", "nl", Optional.empty(), Optional.empty(), Optional.empty(),
                false, List.of(new People.RoleGrant(Role.SENIOR, Optional.of(brand))), List.of(), Map.of()));
        return people.access(user).orElseThrow();
    }

    static String aWord() {
        return "zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 14);
    }

    Received writes(BrandId brand, CustomerId customer, String word, Optional<ConversationId> conversation) {
        return contacts.receive(new InboundMessage(conversation, brand, customer, word + " Klant", "letters", "mail", null, null, null,
                "<" + word + UUID.randomUUID() + "@home.example>", word + UUID.randomUUID(), clock.instant(), word + " onderwerp", "nl", word + " vraag", word + " ouder",
                "<p>" + word + "</p>", "<p>" + word + "</p>", false, false, true, Optional.empty(), List.of(word + "@home.example", word + "@other.example"),
                List.of(new InboundMessage.NewAttachment(word + ".txt", "text/plain", 7, blob(word + UUID.randomUUID()), word, false))));
    }

    /** Everywhere; his case is solved at the end. */
    Planted everywhere(BrandId brand, Access agent) {
        String word = aWord();
        CustomerId customer = customers.recognise(brand, IdentityKind.EMAIL, word + "@home.example", word + " Klant", "nl").id();
        customers.addIdentity(customer, IdentityKind.EXTERNAL, word);
        db.execute("update customers.customer set external_key = ? where id = ?", word, customer.value());
        stories.add(agent, customer, word + " verhaal");
        customers.storeOrder(brand, order(word));
        UUID orders = row("customers.order_import (id, brand_id, user_id, user_name, file_name, started_at, header)", brand.value(), UUID.randomUUID(), "Noor", "orders.csv", clock.instant(), "email");
        db.execute("insert into customers.order_import_refused (import_id, line, row_text, faults) values (?, 2, ?, '[]')", orders, word + "@home.example;x");

        Received received = writes(brand, customer, word, Optional.empty());
        ConversationId conversation = received.conversation();
        contacts.take(agent, received.contact());
        contacts.note(agent, conversation, word + " notitie", word + " n");
        contacts.saveDraft(agent, conversation, new Draft("note", word + " concept", 1));
        var answer = contacts.reply(agent, conversation, new Reply(word + " antwoord", List.of(), 9, word + " r", true));
        db.execute("update contacts.outbox set error = ?, to_addresses = ?, cc_addresses = ? where message_id = ?", word, new String[] {word + "@home.example"},
                new String[] {word + "@other.example"}, answer.message().value());
        db.execute("update contacts.message set delivery_detail = ?, subject = ?, unsubscribe_url = ? where id = ?", word, word, word, answer.message().value());
        var promise = promises.give(agent, conversation, new GivenPromises.NewPromise(GivenPromises.Act.CALL_BACK, word + " bel terug", null, clock.instant().plus(Duration.ofDays(1)), null, word));
        promises.move(agent, promise, new GivenPromises.NewMoment(null, clock.instant().plus(Duration.ofDays(2)), false, word + " is nog niet zover"));
        promises.settle(agent, promise, GivenPromises.Outcome.KEPT, null);
        db.execute("update contacts.promise set why = ? where id = ?", word, promise.value());
        filledIn(customer, received, word);
        work(brand, customer, received, word);
        aroundTheWork(brand, received, word);
        arrived(brand, customer, received, answer.message().value(), word);
        answered(brand, customer, received, word);
        aside(brand, customer, agent, word);
        inAccounts(brand, customer, word);
        solve(brand, agent, received);
        return new Planted(word, customer, received);
    }

    /** In a field of the customer, of his order and of his case, also of one that was joined to it. */
    private void filledIn(CustomerId customer, Received received, String word) {
        String values = "{\"" + UUID.randomUUID() + "\": [\"" + word + " ingevuld\"]}";
        db.execute("update customers.customer set field_values = ?::jsonb where id = ?", values, customer.value());
        db.execute("update customers.customer_order set field_values = ?::jsonb where customer_id = ?", values, customer.value());
        db.execute("update contacts.cases set field_values = ?::jsonb where id = ?", values, received.caseId().value());
        db.execute("insert into contacts.cases (id, brand_id, subject, state, merged_into, opened_at, field_values) select ?, brand_id, '', 'merged', id, opened_at, field_values from contacts.cases where id = ?",
                Uuid7.next(), received.caseId().value());
    }

    void solve(BrandId brand, Access agent, Received received) {
        ReasonId reason = organisation.createReason(Accesses.administrator(brand), brand, new ReasonDraft(null, "Bezorging", "Delivery", 0, false, false));
        int seen = contacts.conversation(agent, received.conversation()).lastSeq();
        contacts.wrapUp(agent, received.contact(), new WrapUp(CaseState.SOLVED, new Registration(reason, null, Result.SOLVED), seen, null));
        // whoever moves the clock from here does not have him invited years later
        eventually(() -> db.fetchSingle("select exists (select from feedback.decision d join contacts.cases c on c.id = d.case_id and c.solved_at = d.solved_at where c.id = ?)",
                received.caseId().value()).get(0, Boolean.class));
    }

    private IncomingOrder order(String word) {
        return new IncomingOrder(word + "-1", word + "@home.example", word + " Klant", "nl", "NL", clock.instant(), "shipped", "paid", 4_500, "EUR", "PostNL", word, null, null, null,
                List.of(new Customers.Line("A1", "Boek", 1, 4_500)));
    }

    private void work(BrandId brand, CustomerId customer, Received received, String word) {
        UUID contact = received.contact().value();
        UUID conversation = received.conversation().value();
        UUID choice = row("contacts.gesture_choice (id, brand_id, kind, name_nl, name_en, amount_minor, free, told_nl, told_en)", brand.value(), "flowers", "Bloemen", "Flowers", 1000L, false, "x", "x");
        row("contacts.gesture (id, brand_id, conversation_id, contact_id, case_id, customer_id, choice_id, kind, name_nl, name_en, amount_minor, currency, words, why, word, ended_why, talk_note, "
                        + "next_order_number, promised, mandate_minor, above_mandate, state, giver_id, asked_at, given_at, client_key)",
                brand.value(), conversation, contact, received.caseId().value(), customer.value(), choice, "flowers", "Bloemen", "Flowers", 1000L, "EUR", word, word, word, word, word, word,
                false, 500L, false, "given", UUID.randomUUID(), clock.instant(), clock.instant(), word);
        UUID consult = row("contacts.consult (id, brand_id, case_id, conversation_id, contact_id, department_id, question, shares_conversation, state, asked_at, reached_at, asked_by, due_at, "
                        + "usual_due_at, wanted_at, wanted_by, wanted_why, answer, settled_at, client_key)",
                brand.value(), received.caseId().value(), conversation, contact, UUID.randomUUID(), word, true, "answered", clock.instant(), clock.instant(), UUID.randomUUID(), clock.instant(),
                clock.instant(), clock.instant(), "department", word, word, clock.instant(), word);
        row("contacts.consult_step (id, consult_id, kind, at, by_name, department_id, late, words, client_key)",
                consult, "more_time", clock.instant(), word, UUID.randomUUID(), false, word, word);
        UUID answer = db.fetchSingle("select id from contacts.message where conversation_id = ? and direction = 'note'", conversation).get(0, UUID.class);
        db.execute("update contacts.consult set answer_message = ? where id = ?", answer, consult);
        row("contacts.attachment (id, message_id, position, name, type, size, blob_hash)", answer, 0, word + " nota.txt", "text/plain", 7L, blob(word + " nota"));
        UUID planned = row("contacts.planned_answer (id, conversation_id, brand_id, author_id, author_name, text, seen_seq, client_key, later, planned_at, send_at, state, stopped_why, settled_at)",
                conversation, brand.value(), UUID.randomUUID(), "Noor", word + " later", 1, word, true, clock.instant(), clock.instant(), "stopped", "customer_wrote", clock.instant());
        row("contacts.upload (id, brand_id, owner, name, type, size, blob_hash, uploaded_at, planned_answer_id)", brand.value(), UUID.randomUUID().toString(), word + " later.txt", "text/plain", 7L,
                blob(word + " later"), clock.instant(), planned);
        row("contacts.transfer (id, contact_id, at, note)", contact, clock.instant(), word);
    }

    private void aroundTheWork(BrandId brand, Received received, String word) {
        Instant now = clock.instant();
        UUID contact = received.contact().value();
        UUID conversation = received.conversation().value();
        UUID guideline = row("knowledge.guideline (id, brand_id, owner_id, owner_name, title_nl, title_en, words, changed_at)", brand.value(), UUID.randomUUID(), "Mieke", "Te laat", "Late", "", now);
        db.execute("insert into knowledge.guideline_version (guideline_id, number, content, words, note, published_at, published_by, published_name) values (?, 1, '{}', '', '', now(), ?, 'Mieke')",
                guideline, UUID.randomUUID());
        UUID use = row("knowledge.guideline_use (id, guideline_id, number, contact_id, conversation_id, brand_id, shown_at)", guideline, 1, contact, conversation, brand.value(), now);
        row("knowledge.guideline_mark (id, use_id, guideline_id, number, contact_id, conversation_id, brand_id, kind, why, marked_at, marked_by, handled_at, handled_by, learned)",
                use, guideline, 1, contact, conversation, brand.value(), "deviated", word + " wilde bellen", now, UUID.randomUUID(), now, UUID.randomUUID(), word + " geleerd");
        UUID notice = row("routing.notice (id, by_id, to_kind, to_name, words, conversation_id, sent_at)", UUID.randomUUID(), "coach", "Mieke", word + " vraagt iets", conversation, now);
        db.execute("insert into routing.notice_to (notice_id, user_id) values (?, ?)", notice, UUID.randomUUID());
    }

    private void arrived(BrandId brand, CustomerId customer, Received received, UUID answer, String word) {
        Instant now = clock.instant();
        UUID account = row("channels.email_account (id, brand_id, address, name, kind, active, state_at, created_at, changed_at)", brand.value(), UUID.randomUUID() + "@inbox.example", "Post", "smtp", true, now, now, now);
        UUID placed = envelope(brand, word, "placed", "new");
        envelope(brand, word, "refused", "blocked-sender");
        UUID mail = row("channels.mail (id, message_key, message_id, first_seen_at)", word, "<" + word + "@home.example>", now);
        UUID message = db.fetchSingle("select id from contacts.message where conversation_id = ? and direction = 'in'", received.conversation().value()).get(0, UUID.class);
        db.execute("insert into channels.placement (mail_id, account_id, brand_id, envelope_id, conversation_id, message_id, why, placed_at) values (?, ?, ?, ?, ?, ?, 'nothing_matches', now())",
                mail, account, brand.value(), placed, received.conversation().value(), message);
        row("channels.captured_mail (id, message_id, conversation_id, brand_id, sender, recipients, subject, purpose, blob_hash, size, captured_at)", answer, received.conversation().value(), brand.value(), "us@inbox.example",
                new String[] {word + "@home.example"}, word, "conversation", blob(word + " weg"), 7, now);
        db.execute("insert into channels.sent_copy (message_id, account_id, mail_id, blob_hash, next_try_at, created_at) values (?, ?, ?, ?, '2100-01-01', now())", answer, account, word, blob(word + " kopie"));
        db.execute("insert into channels.automatic_answer (address, at) values (?, now())", word + "@home.example");
        row("channels.blocked_sender (id, brand_id, sender, blocked_at)", brand.value(), word + "@home.example", now);
        UUID widget = row("channels.widget (id, key, brand_id, name, origins, secret_sealed, created_at, changed_at)", UUID.randomUUID().toString(), brand.value(), "Winkel", new String[0], "sealed", now, now);
        UUID visitor = row("channels.visitor (id, widget_id, token_hash, proven_user, proven_email, name, customer_id, created_at, last_seen_at)", widget, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8),
                word, word + "@home.example", word, customer.value(), now, now);
        db.execute("insert into channels.chat (conversation_id, visitor_id, widget_id, client_key, language, state, ended_by, last_seq, started_at, changed_at) values (?, ?, ?, ?, 'nl', 'ended', 'agent', 1, now(), now())",
                UUID.randomUUID(), visitor, widget, word);
        row("channels.visitor_file (id, visitor_id, name, type, size, blob_hash, uploaded_at)", visitor, word, "text/plain", 7, blob(word + " bestand"), now);
    }

    private UUID envelope(BrandId brand, String word, String state, String outcome) {
        Instant now = clock.instant();
        return row("channels.envelope (id, adapter, source, provider_id, kind, brand_ids, blob_hash, size, facts, lane, state, outcome, detail, proof, next_try_at, received_at, settled_at)",
                "email", "smtp", word + UUID.randomUUID(), "mail", new UUID[] {brand.value()}, blob(word + " post " + outcome), 7, json("{\"from\": \"" + word + "@home.example\"}"), (short) 0, state, outcome, word,
                json("{\"from\": \"" + word + "@home.example\", \"subject\": \"" + word + "\"}"), now, now, now);
    }

    private void answered(BrandId brand, CustomerId customer, Received received, String word) {
        Instant now = clock.instant();
        UUID caseId = received.caseId().value();
        UUID decision = row("feedback.decision (id, brand_id, case_id, solved_at, customer_id, outcome, decided_at)", brand.value(), caseId, now, customer.value(), "SAMPLED", now);
        UUID invitation = row("feedback.invitation (id, decision_id, brand_id, customer_id, case_id, contact_id, conversation_id, channel, language, state, created_at, send_at, sent_at)",
                decision, brand.value(), customer.value(), caseId, received.contact().value(), received.conversation().value(), "letters", "nl", "answered", now, now, now);
        row("feedback.click (id, invitation_id, score, at, user_agent)", invitation, 3, now, word);
        UUID response = row("feedback.response (id, invitation_id, brand_id, customer_id, case_id, contact_id, conversation_id, channel, language, score, why, emotion, answered_at, day)",
                invitation, brand.value(), customer.value(), caseId, received.contact().value(), received.conversation().value(), "letters", "nl", 3, word + " jammer", "angry", now, Date.valueOf(LocalDate.of(2026, 3, 1)));
        db.execute("insert into feedback.answer_day (day, brand_id, channel, s3) values ('2026-03-01', ?, 'letters', 1)", brand.value());
        row("feedback.follow_up (id, response_id, brand_id, customer_id, case_id, due_at, state, note, created_at)", response, brand.value(), customer.value(), caseId, now.plus(Duration.ofDays(300)), "open", word, now);
        db.execute("insert into feedback.compliment (response_id, brand_id, words, score, at) values (?, ?, ?, 3, now())", response, brand.value(), word);
    }

    /** A member of one account, and somebody for whom a member of another came. */
    private void inAccounts(BrandId brand, CustomerId customer, String word) {
        UUID own = row("customers.account (id, brand_id, kind, name, created_at)", brand.value(), "reseller", "Winkel", clock.instant());
        db.execute("insert into customers.account_member (customer_id, account_id, role, since, version) values (?, ?, ?, now(), 1)", customer.value(), own, word + " inkoop");
        row("customers.account_end_customer (id, account_id, customer_id, since)", own, customer.value(), clock.instant());
        CustomerId other = customers.recognise(brand, IdentityKind.EMAIL, UUID.randomUUID() + "@home.example", "Ander", "nl").id();
        for (CustomerId whose : java.util.List.of(customer, other)) {
            row("customers.proposed_address (id, customer_id, brand_id, kind, value, shown, proposed_by, proposed_at)", whose.value(), brand.value(), "email",
                    word + "@home.example", word + "@home.example", UUID.randomUUID(), clock.instant());
        }
        for (UUID whose : List.of(customer.value(), other.value())) {
            row("customers.address_change (id, customer_id, brand_id, change, kind, other_id, at, by_user, by_name)", whose, brand.value(), "moved_here", "email",
                    whose.equals(customer.value()) ? other.value() : customer.value(), clock.instant(), UUID.randomUUID(), "Noor");
        }
        row("customers.merge (id, brand_id, from_id, into_id, at, by_user, by_name, undone_at, taken)", brand.value(), other.value(), customer.value(), clock.instant(), UUID.randomUUID(), "Noor",
                clock.instant(), json("{\"NAME\": {\"was\": \"" + word + " Klant\"}}"));
        db.execute("insert into customers.not_same (one_id, other_id, brand_id, at, by_user) values (least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), ?, now(), ?)",
                customer.value(), other.value(), customer.value(), other.value(), brand.value(), UUID.randomUUID());
        UUID brought = writes(brand, other, aWord(), Optional.empty()).caseId().value();
        db.execute("update contacts.cases set for_customer_id = ? where id = ?", customer.value(), brought);
        row("contacts.case_for (id, case_id, at, by_user, was, became)", brought, clock.instant(), UUID.randomUUID(), customer.value(), customer.value());
    }

    private void aside(BrandId brand, CustomerId customer, Access agent, String word) {
        row("platform.audit (id, at, actor_name, kind, subject_type, subject_id, brand_id, detail)", clock.instant(), "Noor", "customer.changed", "customer", customer.toString(), brand.value(),
                json("{\"old\": \"" + word + " Klant\"}"));
        String body = Base64.getEncoder().encodeToString(("{\"name\": \"" + word + " Klant\"}").getBytes(StandardCharsets.UTF_8));
        db.execute("insert into platform.idempotency (caller, key, fingerprint, claim, claimed_at, held_until, committed, status, answer) values (?, ?, 'x', ?, now(), now(), true, 200, ?)",
                agent.user().toString(), "key of " + customer, UUID.randomUUID(), secrets.seal("{\"status\": 200, \"headers\": {}, \"body\": \"" + body + "\"}"));
    }

    private static org.jooq.JSONB json(String text) {
        return org.jooq.JSONB.valueOf(text);
    }

    private String blob(String words) {
        return blobs.put(words.getBytes(StandardCharsets.UTF_8));
    }

    /** @param into the table with its columns, the first of which is an id made here */
    UUID row(String into, Object... values) {
        UUID id = Uuid7.next();
        StringBuilder marks = new StringBuilder("?");
        List<Object> all = new ArrayList<>(List.of(id));
        for (Object value : values) {
            marks.append(value instanceof org.jooq.JSONB ? ", ?::jsonb" : ", ?");
            all.add(value instanceof Instant at ? Timestamp.from(at) : value instanceof org.jooq.JSONB text ? text.data() : value);
        }
        db.execute("insert into " + into + " values (" + marks + ")", all.toArray());
        return id;
    }
}
