package nl.hartslag.rights;

import static nl.hartslag.testing.Eventually.eventually;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.contacts.Cases;
import nl.hartslag.contacts.Consults;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.PlannedAnswers;
import nl.hartslag.contacts.Reply;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Stories;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.people.ApiTokens;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.rights.Planted.Kind;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Plants one of everything that belongs to somebody. */
@TestComponent
class Others {
    private final DSLContext db;
    private final OrganisationSettings organisation;
    private final People people;
    private final ApiTokens tokens;
    private final Customers customers;
    private final Stories stories;
    private final Contacts contacts;
    private final GivenPromises promises;
    private final PlannedAnswers planned;
    private final Cases cases;
    private final Consults consults;
    private final Routing routing;
    private final Blobs blobs;
    private final Clock clock;
    private final List<UserId> answering = new ArrayList<>();
    private @Nullable DepartmentId department;

    Others(DSLContext db, OrganisationSettings organisation, People people, ApiTokens tokens, Customers customers, Stories stories,
           Contacts contacts, GivenPromises promises, PlannedAnswers planned, Cases cases, Consults consults, Routing routing, Blobs blobs,
           Clock clock) {
        this.db = db;
        this.organisation = organisation;
        this.people = people;
        this.tokens = tokens;
        this.customers = customers;
        this.stories = stories;
        this.contacts = contacts;
        this.promises = promises;
        this.planned = planned;
        this.cases = cases;
        this.consults = consults;
        this.routing = routing;
        this.blobs = blobs;
        this.clock = clock;
    }

    private static String aWord() {
        return "zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 14);
    }

    BrandId aBrand(String word) {
        return organisation.createBrand(Accesses.administrator(), new OrganisationSettings.BrandDraft(
                word, word + " Merk", "#9c2f58", "nl", "Europe/Amsterdam", false, word, word));
    }

    PartnerId aPartner(String word) {
        return organisation.createPartner(Accesses.administrator(), word + " Partner");
    }

    /** Somebody with every role for one brand. */
    UserId aChief(String word, BrandId brand, Optional<SiteId> site, Optional<PartnerId> partner, List<TeamId> teams) {
        return people.create(new People.NewUser(word + UUID.randomUUID() + "@work.example", word + " Chef", "en", site, partner, Optional.empty(), false,
                Stream.of(Role.values()).map(role -> new People.RoleGrant(role, Optional.of(brand))).toList(), teams, Map.of()));
    }

    String token(UserId user, Set<Permission> scopes) {
        return tokens.create(user, "rights", scopes, null).token();
    }

    /** A brand, what all its people may see, and work of our own people. */
    Planted aBrandOfItsOwn() {
        String word = aWord();
        BrandId brand = aBrand(word);
        Planted work = work(word, brand, Optional.empty());
        return work.and(ofBrand(word, work.token(), brand));
    }

    /** What belongs to the whole brand. */
    Planted ofBrand(String word, String token, BrandId brand) {
        Map<Kind, String> ids = new EnumMap<>(Kind.class);
        Access all = Accesses.administrator(brand);
        Instant now = clock.instant();
        ids.put(Kind.BRAND, brand.toString());
        ids.put(Kind.REASON, organisation.createReason(all, brand,
                new OrganisationSettings.ReasonDraft(null, word + " reden", word + " reason", 0, true, false)).toString());
        ids.put(Kind.GESTURE_CHOICE, row("contacts.gesture_choice (id, brand_id, kind, name_nl, name_en, amount_minor, free, told_nl, told_en)",
                brand.value(), "voucher", word + " bon", word + " voucher", 500L, false, word, word));
        ids.put(Kind.CUSTOMER_GROUP, row("customers.customer_group (id, brand_id, name_nl, name_en, colour, position)",
                brand.value(), word + " groep", word + " group", "blue", 10));
        ids.put(Kind.GUIDELINE, guideline(brand, word));
        ids.put(Kind.TEXT_BLOCK, row("knowledge.text_block (id, brand_id, language, shortcut, name, words, changed_at, changed_by, changed_name)",
                brand.value(), "en", "k" + word.toLowerCase(), word, word, now, UUID.randomUUID(), word));
        ids.put(Kind.SUB_STATE, row("contacts.sub_state (id, brand_id, state, name_nl, name_en, position)",
                brand.value(), "open", word + " status", word + " state", 0));
        ids.put(Kind.FIELD, row("organisation.field (id, brand_id, kind, key, type, name_nl, name_en, position)",
                brand.value(), "customer", "k" + word.toLowerCase().replaceAll("[^a-z0-9]", ""), "one_line", word + " veld", word + " field", 0));
        ids.put(Kind.PROMISE_RULE, row("contacts.promise_rule (id, brand_id, channel, first_seconds, created_at)", brand.value(), word, 3600, now));
        ids.put(Kind.INBOX, row("channels.email_account (id, brand_id, address, name, kind, active, state_at, created_at, changed_at)",
                brand.value(), word + "@inbox.example", word, "smtp", true, now, now, now));
        ids.put(Kind.WIDGET, row("channels.widget (id, key, brand_id, name, origins, secret_sealed, active, created_at, changed_at)",
                word + "key", brand.value(), word, new String[] {"https://" + word + ".example"}, "sealed", true, now, now));
        ids.put(Kind.BLOCKED_SENDER, row("channels.blocked_sender (id, brand_id, sender, blocked_at)",
                brand.value(), word + "@spam.example", now));
        ids.put(Kind.ERASURE, row("customers.erasure (id, brand_id, customer_id, state, asked_by, reason, reference, orders_too, requested_at, requested_by, "
                        + "requested_name, marks)",
                brand.value(), UUID.randomUUID(), "waiting", "customer", "request", word, false, now, UUID.randomUUID(), word, new String[0]));
        ids.put(Kind.RETENTION_RULE, row("organisation.retention_rule (id, brand_id, channel, kind, months)", brand.value(), word, "content", 24));
        row("organisation.retention_run (id, day, rule_id, brand_id, channel, kind, months, taken, last_at)", Date.valueOf("2026-01-01"), UUID.randomUUID(), brand.value(),
                word, "content", 24, 3, now);
        ids.put(Kind.ENVELOPE, envelope(word, brand, "waiting", null));
        ids.put(Kind.HELD_MAIL, envelope(word, brand, "refused", "blocked-sender"));
        ids.put(Kind.IMPORT, row("customers.order_import (id, brand_id, user_id, user_name, file_name, started_at, finished_at, refused, header)",
                brand.value(), UUID.randomUUID(), word, word + ".csv", now, now, 1, "number"));
        db.execute("insert into customers.order_import_refused (import_id, line, row_text, faults) values (?::uuid, 2, ?, '[]')", ids.get(Kind.IMPORT), word);
        return new Planted(word, token, ids);
    }

    private String envelope(String word, BrandId brand, String state, String outcome) {
        Instant now = clock.instant();
        return row("channels.envelope (id, adapter, source, provider_id, kind, brand_ids, blob_hash, size, facts, lane, state, set_aside, outcome, "
                        + "proof, next_try_at, received_at, settled_at)",
                "email", "smtp", word + UUID.randomUUID(), "mail", new UUID[] {brand.value()}, blob(word), 7,
                JSONB.valueOf("{\"subject\": \"" + word + "\"}"), (short) 0, state, outcome == null, outcome,
                JSONB.valueOf("{\"from\": \"" + word + "@home.example\", \"subject\": \"" + word + "\"}"), now.plus(Duration.ofDays(9)), now,
                outcome == null ? null : now);
    }

    /** Work in a queue of a partner's, or of our own; with the people who do it. */
    Planted work(String word, BrandId brand, Optional<PartnerId> partner) {
        Map<Kind, String> ids = new EnumMap<>(Kind.class);
        Instant now = clock.instant();
        Access all = Accesses.administrator(brand);
        Optional<SiteId> site = partner.map(_ -> organisation.createSite(Accesses.administrator(),
                new OrganisationSettings.SiteDraft(word + " hal", "Europe/Amsterdam", partner.get(), false)));
        Optional<TeamId> team = partner.map(_ -> people.createTeam(word + " team", site, partner));
        partner.ifPresent(one -> ids.put(Kind.PARTNER, one.toString()));
        site.ifPresent(one -> ids.put(Kind.SITE, one.toString()));
        team.ifPresent(one -> ids.put(Kind.TEAM, one.toString()));
        UserId chief = aChief(word, brand, site, partner, team.stream().toList());
        ids.put(Kind.BULK_WORK, row("desk.bulk_work (id, user_id, change, state, made_at)", chief.value(), JSONB.valueOf("{}"), "done", now));
        ids.put(Kind.SAVED_VIEW, row("desk.saved_view (id, owner_id, name, conditions, changed_at, changed_name)",
                chief.value(), word, JSONB.valueOf("{}"), now, word));
        Access access = people.access(chief).orElseThrow();
        var token = tokens.create(chief, word, EnumSet.allOf(Permission.class), null);
        ids.put(Kind.USER, chief.toString());
        ids.put(Kind.TOKEN, token.id().toString());

        var queue = routing.createQueue(new Routing.NewQueue(brand, word + " rij", partner, 50, 10, "pull", 30, 60, Map.of()));
        routing.addRule(brand, Optional.of(word), Optional.empty(), Optional.empty(), queue);
        ids.put(Kind.QUEUE, queue.toString());
        ids.put(Kind.RULE, db.fetchSingle("select id::text from routing.queue_rule where queue_id = ?", queue.value()).get(0, String.class));

        var customer = customers.recognise(brand, IdentityKind.EMAIL, word + "@home.example", word + " Klant", "nl");
        ids.put(Kind.CUSTOMER, customer.id().toString());
        ids.put(Kind.IDENTITY, customers.identities(customer.id()).getFirst().id().toString());
        var received = contacts.receive(new InboundMessage(
                Optional.empty(), brand, customer.id(), word + " Klant", word, "mail", null, null, null, null, UUID.randomUUID().toString(), now,
                word + " onderwerp", "nl", word + " vraag", null, "<p>" + word + " vraag</p>", null, false, false, true, Optional.empty(), List.of(word + "@home.example"),
                List.of(new InboundMessage.NewAttachment(word + ".txt", "text/plain", 7, blob(word), null, false))));
        ids.put(Kind.CONTACT, received.contact().toString());
        ids.put(Kind.CONVERSATION, received.conversation().toString());
        inQueue(received.contact(), partner);
        ids.put(Kind.ATTACHMENT, db.fetchSingle("select id::text from contacts.attachment where name = ?", word + ".txt").get(0, String.class));
        contacts.take(access, received.contact());
        row("contacts.transfer (id, contact_id, at, from_queue, to_queue, note)", received.contact().value(), now, queue.value(), queue.value(), word);
        ids.put(Kind.UPLOAD, contacts.upload(chief.toString(), brand, word + ".pdf", word.getBytes()).toString());
        contacts.saveDraft(access, received.conversation(), new nl.hartslag.contacts.Draft("reply", word + " concept", 1));
        var answer = contacts.reply(access, received.conversation(), new Reply(word + " antwoord", List.of(), received.seq(), word, true));
        ids.put(Kind.PLANNED_ANSWER, planned.plan(access, received.conversation(), new Reply(word + " straks", List.of(), received.seq() + 1, word + "later", true),
                now.plus(Duration.ofDays(2)), null).planned().id().toString());
        ids.put(Kind.MESSAGE, answer.message().toString());
        db.execute("update contacts.outbox set state = 'dead', trouble = 'failed', trouble_at = now(), error = ? where message_id = ?", word, answer.message().value());
        ids.put(Kind.PROMISE, promises.give(access, received.conversation(), new GivenPromises.NewPromise(
                GivenPromises.Act.CALL_BACK, word + " bel terug", null, now.plus(Duration.ofDays(2)), chief, word)).toString());
        ids.put(Kind.STORY, stories.add(access, customer.id(), word + " verhaal").id().toString());
        account(ids, word, brand, customer.id().value());
        ids.put(Kind.SENT_MAIL, row("channels.captured_mail (id, message_id, brand_id, sender, recipients, subject, purpose, blob_hash, size, captured_at)",
                answer.message().value(), brand.value(), word + "@inbox.example", new String[] {word + "@home.example"}, word, "conversation", blob(word), 7, now));
        ids.put(Kind.CASE, received.caseId().toString());
        filledIn(ids, word, brand);
        ids.put(Kind.CONSULT, asked(access, chief, received.conversation(), word));
        ids.put(Kind.DEVIATION, deviation(ids, word, brand, partner, chief));
        ids.put(Kind.GESTURE, gesture(ids, word, brand, partner, chief, received.conversation()));
        var joined = contacts.receive(new InboundMessage(
                Optional.empty(), brand, customer.id(), word + " Klant", word, "mail", null, null, null, null, UUID.randomUUID().toString(), now,
                word + " ook", "nl", word + " hetzelfde", null, null, null, false, false, true, Optional.empty(), List.of(word + "@home.example"), List.of()));
        inQueue(joined.contact(), partner);
        ids.put(Kind.CASE_CHANGE, cases.merge(access, joined.caseId(), new Cases.Joining(received.caseId(), word + " hoort bij elkaar", word)).toString());
        answered(ids, word, brand, partner, chief, team);
        var waiting = contacts.receive(new InboundMessage(
                Optional.empty(), brand, customer.id(), word + " Klant", word, "mail", null, null, null, null, UUID.randomUUID().toString(), now,
                word + " nog een", "nl", word + " nog een vraag", null, null, null, false, false, true, Optional.empty(), List.of(word + "@home.example"), List.of()));
        inQueue(waiting.contact(), partner);
        ids.put(Kind.ALL_HANDS, row("routing.all_hands (id, queue_id, words, called_by, called_at, until)",
                queue.value(), word, chief.value(), now, now.plus(Duration.ofHours(2))));
        ids.put(Kind.NOTICE, row("routing.notice (id, by_id, to_kind, to_name, words, sent_at)", chief.value(), "person", word, word, now));
        db.execute("insert into routing.notice_to (notice_id, user_id) values (?::uuid, ?)", ids.get(Kind.NOTICE), chief.value());
        ids.put(Kind.OFFER, row("routing.offer (id, contact_id, queue_id, user_id, offered_at, expires_at, outcome)",
                waiting.contact().value(), queue.value(), chief.value(), now, now.plus(Duration.ofHours(9)), "open"));
        db.execute("update routing.waiting set overflowed_at = now(), offered_to = ?, offer_expires_at = ? where contact_id = ?",
                chief.value(), Timestamp.from(now.plus(Duration.ofHours(9))), waiting.contact().value());
        return new Planted(word, token.token(), ids);
    }

    /** Of which the customer is a member, and through which he bought. */
    private void account(Map<Kind, String> ids, String word, BrandId brand, UUID customer) {
        UUID account = UUID.fromString(row("customers.account (id, brand_id, kind, name, number, created_at)", brand.value(), "reseller", word + " winkel", word, clock.instant()));
        ids.put(Kind.CUSTOMER_ACCOUNT, account.toString());
        ids.put(Kind.AGREEMENT, row("customers.account_agreement (id, account_id, title, words)", account, word + " afspraak", word));
        row("customers.account_end_customer (id, account_id, customer_id, since)", account, customer, clock.instant());
        db.execute("insert into customers.account_domain (brand_id, domain, account_id) values (?, ?, ?)", brand.value(), word + ".example", account);
        db.execute("insert into customers.account_member (customer_id, account_id, role, main, since, version) values (?, ?, ?, true, now(), 1)", customer, account, word + " inkoop");
    }

    /** In fields that the whole brand shares, of a case, its customer and his order. */
    private void filledIn(Map<Kind, String> ids, String word, BrandId brand) {
        customers.storeOrder(brand, new Customers.IncomingOrder(word + "-1", word + "@home.example", word + " Klant", "nl", "NL", clock.instant(), "shipped", "paid", 4_500, "EUR",
                null, null, null, null, null, List.of()));
        String order = customers.orders(nl.hartslag.shared.CustomerId.of(ids.get(Kind.CUSTOMER))).getFirst().id().toString();
        ids.put(Kind.ORDER, order);
        Map.of("case", "contacts.cases", "customer", "customers.customer", "order", "customers.customer_order").forEach((kind, table) -> {
            String there = db.fetch("select id from organisation.field where brand_id = ? and kind = ? and key = 'gedeeld'", brand.value(), kind).getValues(0, String.class).stream().findFirst()
                    .orElseGet(() -> row("organisation.field (id, brand_id, kind, key, type, name_nl, name_en, position)", brand.value(), kind, "gedeeld", "one_line", "Gedeeld", "Shared", 0));
            String owner = kind.equals("case") ? ids.get(Kind.CASE) : kind.equals("customer") ? ids.get(Kind.CUSTOMER) : order;
            db.execute("update " + table + " set field_values = ?::jsonb where id = ?::uuid", "{\"" + there + "\": [\"" + word + " ingevuld\"]}", owner);
        });
    }

    /** By a department for which the asker answers himself; it is there once, since everybody may choose it. */
    private String asked(Access access, UserId chief, ConversationId conversation, String word) {
        Access all = Accesses.administrator();
        if (department == null) {
            department = organisation.createDepartment(all, new OrganisationSettings.DepartmentDraft("Gevraagd", "Asked", 0, false));
        }
        answering.add(chief);
        organisation.changeDepartment(all, department, new OrganisationSettings.DepartmentDraft("Gevraagd", "Asked", 0, false, 240, null, answering));
        return consults.ask(access, conversation, new Consults.NewConsult(department, word + " vraag aan afdeling", true, word)).toString();
    }

    private String guideline(BrandId brand, String word) {
        String step = "{\"key\": \"eerst\", \"whatNl\": \"Doe\", \"whatEn\": \"Do\", \"backNl\": \"\", \"backEn\": \"\", \"sayNl\": \"\", \"sayEn\": \"\"}";
        JSONB content = JSONB.valueOf(("{\"titleNl\": \"%1$s\", \"titleEn\": \"%1$s\", \"purposeNl\": \"\", \"purposeEn\": \"\", \"ruleNl\": \"\", \"ruleEn\": \"\", \"expectNl\": \"\", "
                + "\"expectEn\": \"\", \"reasons\": [], \"stages\": [], \"channels\": [], \"steps\": [%2$s]}").formatted(word, step));
        String id = row("knowledge.guideline (id, brand_id, owner_id, owner_name, title_nl, title_en, words, published, changed_at)",
                brand.value(), UUID.randomUUID(), word, word, word, word, 1, clock.instant());
        db.execute("insert into knowledge.guideline_version values (?::uuid, 1, ?::jsonb, ?, ?, now(), ?, ?)", id, content.data(), word, word, UUID.randomUUID(), word);
        return id;
    }

    /** From a guideline that the whole brand shares. */
    private String deviation(Map<Kind, String> ids, String word, BrandId brand, Optional<PartnerId> partner, UserId chief) {
        UUID shared = db.fetch("select id from knowledge.guideline where brand_id = ? and title_nl = 'Gedeeld'", brand.value())
                .getValues("id", UUID.class).stream().findFirst().orElseGet(() -> UUID.fromString(guideline(brand, "Gedeeld")));
        Object[] contact = {UUID.fromString(ids.get(Kind.CONTACT)), UUID.fromString(ids.get(Kind.CONVERSATION)), brand.value(), partner.map(PartnerId::value).orElse(null)};
        UUID use = UUID.fromString(row("knowledge.guideline_use (id, guideline_id, number, contact_id, conversation_id, brand_id, partner_id, shown_at, opened_at)",
                shared, 1, contact[0], contact[1], contact[2], contact[3], clock.instant(), clock.instant()));
        return row("knowledge.guideline_mark (id, use_id, guideline_id, number, contact_id, conversation_id, brand_id, partner_id, step, kind, why, marked_at, marked_by)",
                use, shared, 1, contact[0], contact[1], contact[2], contact[3], "eerst", "deviated", word + " anders", clock.instant(), chief.value());
    }

    private String gesture(Map<Kind, String> ids, String word, BrandId brand, Optional<PartnerId> partner, UserId chief, ConversationId conversation) {
        Optional<UUID> there = db.fetch("select id from contacts.gesture_choice where brand_id = ? and name_nl = 'Bloemen'", brand.value())
                .getValues("id", UUID.class).stream().findFirst();
        String choice = there.isPresent() ? there.get().toString() : row("contacts.gesture_choice (id, brand_id, kind, name_nl, name_en, amount_minor, free, told_nl, told_en)",
                brand.value(), "flowers", "Bloemen", "Flowers", 1000L, false, "Bloemen", "Flowers");
        return row("contacts.gesture (id, brand_id, partner_id, conversation_id, contact_id, case_id, customer_id, choice_id, kind, name_nl, name_en, "
                        + "amount_minor, currency, words, why, promised, mandate_minor, above_mandate, state, giver_id, asked_at, client_key)",
                brand.value(), partner.map(PartnerId::value).orElse(null), conversation.value(), UUID.fromString(ids.get(Kind.CONTACT)),
                UUID.fromString(ids.get(Kind.CASE)), UUID.fromString(ids.get(Kind.CUSTOMER)), UUID.fromString(choice), "flowers", word + " bloemen",
                word + " flowers", 1000L, "EUR", word, word + " reden", false, 500L, true, "asked", chief.value(), clock.instant(), word);
    }

    /** Routing hears of a contact in its own time. */
    private void inQueue(ContactId contact, Optional<PartnerId> partner) {
        eventually(() -> !db.fetch("select 1 from routing.waiting where contact_id = ?", contact.value()).isEmpty()
                && db.fetchSingle("select partner_id from contacts.contact where id = ?", contact.value()).get(0, UUID.class)
                        == null == partner.isEmpty());
    }

    /** What the customer said about it, with a follow-up and a compliment. */
    private void answered(Map<Kind, String> ids, String word, BrandId brand, Optional<PartnerId> partner, UserId chief, Optional<TeamId> team) {
        Instant now = clock.instant();
        UUID company = partner.map(PartnerId::value).orElse(null);
        UUID of = team.map(TeamId::value).orElse(null);
        UUID customer = UUID.fromString(ids.get(Kind.CUSTOMER));
        UUID contact = UUID.fromString(ids.get(Kind.CONTACT));
        UUID conversation = UUID.fromString(ids.get(Kind.CONVERSATION));
        UUID queue = UUID.fromString(ids.get(Kind.QUEUE));
        UUID theCase = db.fetchSingle("select case_id from contacts.contact where id = ?", contact).get(0, UUID.class);
        UUID decision = UUID.fromString(row("feedback.decision (id, brand_id, partner_id, case_id, solved_at, outcome, decided_at)",
                brand.value(), company, theCase, now, "SAMPLED", now));
        UUID invitation = UUID.fromString(row("feedback.invitation (id, decision_id, brand_id, partner_id, customer_id, case_id, contact_id, "
                        + "conversation_id, queue_id, user_id, team_id, channel, language, state, created_at, send_at)",
                decision, brand.value(), company, customer, theCase, contact, conversation, queue, chief.value(), of, word, "nl", "answered", now, now));
        String response = row("feedback.response (id, invitation_id, brand_id, partner_id, customer_id, case_id, contact_id, conversation_id, "
                        + "queue_id, user_id, team_id, channel, language, score, why, emotion, answered_at, day)",
                invitation, brand.value(), company, customer, theCase, contact, conversation, queue, chief.value(), of, word, "nl", 9,
                word + " fijn geholpen", "happy", now, Date.valueOf(LocalDate.ofInstant(now, ZoneOffset.UTC)));
        ids.put(Kind.RESPONSE, response);
        db.execute("insert into feedback.answer_day (day, brand_id, partner_id, channel, queue_id, team_id, s9) values (?, ?, ?, ?, ?, ?, 1)",
                Date.valueOf(LocalDate.ofInstant(now, ZoneOffset.UTC)), brand.value(), company, word, queue, of);
        db.execute("insert into feedback.answer_corner (brand_id, partner_id, channel, queue_id, team_id, first_day, last_day) values (?, ?, ?, ?, ?, ?, ?)",
                brand.value(), company, word, queue, of, Date.valueOf("2020-01-01"), Date.valueOf("2099-01-01"));
        ids.put(Kind.FOLLOW_UP, row("feedback.follow_up (id, response_id, brand_id, partner_id, customer_id, case_id, owner_id, team_id, due_at, state, created_at)",
                UUID.fromString(response), brand.value(), company, customer, theCase, chief.value(), of, now.plus(Duration.ofDays(3)), "open", now));
        db.execute("insert into feedback.compliment (response_id, brand_id, partner_id, user_id, team_id, words, score, at) values (?, ?, ?, ?, ?, ?, 9, now())",
                UUID.fromString(response), brand.value(), company, chief.value(), of, word + " fijn geholpen");
        row("feedback.score_viewing (id, viewer_id, viewer_name, subject_id, at)", UUID.randomUUID(), word + " kijker", chief.value(), now);
    }

    void personalScoresAreOn() {
        db.execute("insert into feedback.personal_scores values (true, 'coaching', 'works council', current_date, 10, ?, now()) on conflict do nothing", UUID.randomUUID());
    }

    Planted shared() {
        Map<Kind, String> ids = new EnumMap<>(Kind.class);
        Access all = Accesses.administrator();
        ids.put(Kind.SKILL, people.createSkill("vaardigheid " + UUID.randomUUID()).toString());
        var department = organisation.createDepartment(all, new OrganisationSettings.DepartmentDraft(
                "Afdeling " + UUID.randomUUID(), "Department " + UUID.randomUUID(), 0, false, 480, null, List.of(), null,
                List.of(new OrganisationSettings.ProcessDraft(null, "Inpakken", "Packing", false)), null));
        ids.put(Kind.DEPARTMENT, department.toString());
        ids.put(Kind.PROCESS, organisation.allDepartments(all).stream().filter(one -> one.id().equals(department)).findFirst()
                .orElseThrow().processes().getFirst().id().toString());
        ids.put(Kind.CALENDAR, organisation.createCalendar(all, new OrganisationSettings.CalendarDraft(
                "Kalender " + UUID.randomUUID(), "Europe/Amsterdam", true, List.of(), List.of())).toString());
        ids.put(Kind.TRANSFER_REASON, row("contacts.transfer_reason (id, name_nl, name_en, position)", "Overdracht", "Transfer", 900));
        ids.put(Kind.TIMER, UUID.randomUUID().toString());
        return new Planted("no word at all", "", ids);
    }

    private String blob(String word) {
        return blobs.put(word.getBytes());
    }

    /** @param into the table with its columns, the first of which is an id made here */
    private String row(String into, Object... values) {
        UUID id = nl.hartslag.shared.Uuid7.next();
        StringBuilder marks = new StringBuilder("?");
        Object[] all = new Object[values.length + 1];
        all[0] = id;
        for (int i = 0; i < values.length; i++) {
            marks.append(values[i] instanceof JSONB ? ", ?::jsonb" : ", ?");
            all[i + 1] = switch (values[i]) {
                case Instant at -> Timestamp.from(at);
                case JSONB json -> json.data();
                case null, default -> values[i];
            };
        }
        db.execute("insert into " + into + " values (" + marks + ")", all);
        return id.toString();
    }
}
