package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.ContactEvent.CaseSolved;
import nl.hartslag.contacts.ContactEvent.ContactAbandoned;
import nl.hartslag.contacts.ContactEvent.ContactRegistered;
import nl.hartslag.contacts.ContactEvent.ContactWrappedUp;
import nl.hartslag.contacts.Leaving;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Registering during the conversation, and ending it. */
@Component
class Closing {
    private final DSLContext db;
    private final Handling handling;
    private final Conversations conversations;
    private final Promises promises;
    private final Returns returns;
    private final Consulting consulting;
    private final EventLines lines;
    private final CaseNews news;
    private final ReasonWords reasonWords;
    private final CaseSubStates subStates;
    private final RequiredFields required;
    private final PlannedRows planned;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Closing(
            DSLContext db,
            Handling handling,
            Conversations conversations,
            Promises promises,
            Returns returns,
            Consulting consulting,
            EventLines lines,
            CaseNews news,
            ReasonWords reasonWords,
            CaseSubStates subStates,
            RequiredFields required,
            PlannedRows planned,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.handling = handling;
        this.conversations = conversations;
        this.promises = promises;
        this.returns = returns;
        this.consulting = consulting;
        this.lines = lines;
        this.news = news;
        this.reasonWords = reasonWords;
        this.subStates = subStates;
        this.required = required;
        this.planned = planned;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    void register(Access access, ContactId id, Registration registration) {
        access.require(Permission.CONTACTS_HANDLE);
        ContactRecord contact = handling.held(access, id);
        apply(contact, registration);
        events.publishEvent(new ContactRegistered(
                id,
                new ConversationId(contact.getConversationId()),
                new BrandId(contact.getBrandId()),
                registered(contact),
                clock.instant()));
    }

    private void apply(ContactRecord contact, Registration registration) {
        if (registration.reason() != null) {
            boolean ofBrand = organisation.reason(registration.reason())
                    .filter(reason -> reason.brand().value().equals(contact.getBrandId()))
                    .isPresent();
            if (!ofBrand) throw Problem.invalid("reason", "unknown");
            reasonWords.register(contact, registration.reason());
        }
        cause(contact, registration);
        if (registration.result() != null) contact.setResult(Rows.column(registration.result()));
        if (contact.changed()) contact.update();
    }

    private void cause(ContactRecord contact, Registration registration) {
        DepartmentId department = registration.cause();
        ProcessId process = registration.process();
        if (department != null) {
            if (organisation.department(department).isEmpty()) throw Problem.invalid("cause", "unknown");
            contact.setCauseDepartmentId(department.value());
            contact.setCauseProcessId(null);
        }
        if (process == null) return;
        boolean ofDepartment = organisation.process(process)
                .filter(one -> one.department().value().equals(contact.getCauseDepartmentId()))
                .isPresent();
        if (!ofDepartment) throw Problem.invalid("process", "unknown");
        contact.setCauseProcessId(process.value());
    }

    void wrapUp(Access access, ContactId id, WrapUp wrapUp) {
        access.require(Permission.CONTACTS_HANDLE);
        if (wrapUp.caseState() == CaseState.MERGED) throw Problem.invalid("caseState", "unknown");
        ContactRecord contact = handling.held(access, id);
        boolean goesOn = othersInHand(contact);
        CaseState state = goesOn ? CaseState.OPEN : wrapUp.caseState();
        if (contact.getState().equals("ended")) {
            if (endedSo(contact, access, state)) return;
            throw Problem.of("contacts/already-closed", 409);
        }
        boolean someoneElses = contact.getAssignedTo() != null && !access.user().value().equals(contact.getAssignedTo());
        if (someoneElses && !access.may(Permission.CONTACTS_ASSIGN, new BrandId(contact.getBrandId()))) throw Problem.of("contacts/not-yours", 403);
        if (wrapUp.registration().result() != Result.SPAM) handling.mayTake(access, contact);
        if (conversations.customerWroteAfter(new ConversationId(contact.getConversationId()), wrapUp.seenSeq())) {
            throw Problem.of("contacts/customer-wrote-meanwhile", 409);
        }
        apply(contact, wrapUp.registration());
        checkComplete(contact);
        required.check(access, contact);
        boolean spam = Rows.state(Result.class, contact.getResult()) == Result.SPAM;
        if (state == CaseState.SOLVED && promises.givenInCase(contact)) throw Problem.of("contacts/promise-open", 409);
        if (state == CaseState.SOLVED) planned.checkNone(contact);
        boolean asked = consulting.openInCase(contact.getCaseId());
        // of spam nobody waits for an answer, however its case stands
        if (state == CaseState.SOLVED && asked || spam && consulting.openFrom(contact.getId())) throw Problem.of("contacts/consult-open", 409);
        if (state == CaseState.WAITING_FOR_DEPARTMENT && !consulting.answerExpected(contact.getCaseId())) throw Problem.invalid("caseState", "nothing-asked");
        Instant now = clock.instant();
        if (!goesOn || wrapUp.comesBackAt() != null) returns.plan(contact, wrapUp, now);
        end(contact, access, now);
        boolean stillLeaves = !planned.standing(new ConversationId(contact.getConversationId()), true).isEmpty();
        promises.endedUnanswered(contact, spam, stillLeaves, wrapUp.caseState(), now);
        setCase(contact, access, state, now);
        // while it goes on elsewhere, what was chosen for another state does not hold
        if (!goesOn) subStates.set(access, contact.getCaseId(), contact.getBrandId(), state, wrapUp.subState());
        publish(contact, access, state, now);
        news.elsewhere(contact.getCaseId(), contact.getConversationId(), access.user());
    }

    /** Whether the case goes on in another conversation; it is held, so that of two who end their parts at once one is the last. */
    private boolean othersInHand(ContactRecord contact) {
        db.select(CASES.ID).from(CASES).where(CASES.ID.eq(contact.getCaseId())).forNoKeyUpdate().fetch();
        return db.fetchExists(CONTACT, CONTACT.CASE_ID.eq(contact.getCaseId())
                .and(CONTACT.STATE.ne("ended"))
                .and(CONTACT.ID.ne(contact.getId())));
    }

    private static void checkComplete(ContactRecord contact) {
        if (contact.getResult() == null) throw Problem.invalid("result", "required");
        Result result = Rows.state(Result.class, contact.getResult());
        if (contact.getReasonId() == null && result != Result.SPAM) throw Problem.invalid("reason", "required");
    }

    /** Whether this is what the person did already, and his screen only did not hear it. */
    private boolean endedSo(ContactRecord contact, Access access, CaseState state) {
        return access.user().value().equals(contact.getEndedBy())
                && db.fetchExists(CASES, CASES.ID.eq(contact.getCaseId()).and(CASES.STATE.eq(Rows.column(state))));
    }

    private void end(ContactRecord contact, Access access, Instant now) {
        conversations.cameBack(contact.getConversationId());
        contact.setState("ended");
        contact.setEndedAt(now);
        contact.setEndedBy(access.user().value());
        // with the end beside it, it would say how long it took him
        if (!organisation.brand(new BrandId(contact.getBrandId())).timesPerPerson().recorded()) contact.setAssignedAt(null);
        contact.setWaitingSince(null);
        contact.setVersion(contact.getVersion() + 1);
        contact.update();
    }

    private void setCase(ContactRecord contact, Access access, CaseState state, Instant now) {
        db.update(CASES)
                .set(CASES.STATE, Rows.column(state))
                .set(CASES.SOLVED_AT, state == CaseState.SOLVED ? now : null)
                .set(CASES.SOLVED_BY, state == CaseState.SOLVED ? access.user().value() : null)
                .where(CASES.ID.eq(contact.getCaseId()))
                .execute();
    }

    private void publish(ContactRecord contact, Access access, CaseState state, Instant now) {
        ContactId id = new ContactId(contact.getId());
        ConversationId conversation = new ConversationId(contact.getConversationId());
        CaseId caseId = new CaseId(contact.getCaseId());
        BrandId brand = new BrandId(contact.getBrandId());
        Optional<PartnerId> partner = Optional.ofNullable(contact.getPartnerId()).map(PartnerId::new);
        @Nullable CustomerId customer = contact.getCustomerId() == null ? null : new CustomerId(contact.getCustomerId());
        events.publishEvent(new ContactWrappedUp(
                id,
                conversation,
                caseId,
                brand,
                partner,
                customer,
                contact.getChannel(),
                Handling.queue(contact),
                access.user(),
                state,
                registered(contact),
                now));
        if (state == CaseState.SOLVED) publishSolved(contact, access.user(), now);
    }

    /** @param contact the last of the case; @param by who solved it, and handled it when nobody answered */
    void publishSolved(ContactRecord contact, UserId by, Instant now) {
        publishSolved(contact, by, now, false);
    }

    /** @param unasked the customer went silent, and his brand does not ask who does how it went */
    void publishSolved(ContactRecord contact, UserId by, Instant now, boolean unasked) {
        events.publishEvent(new CaseSolved(
                new CaseId(contact.getCaseId()),
                new ContactId(contact.getId()),
                new ConversationId(contact.getConversationId()),
                new BrandId(contact.getBrandId()),
                Optional.ofNullable(contact.getPartnerId()).map(PartnerId::new),
                contact.getCustomerId() == null ? null : new CustomerId(contact.getCustomerId()),
                contact.getChannel(),
                Handling.queue(contact),
                contact.getFirstAnswerBy() == null ? by : new UserId(contact.getFirstAnswerBy()),
                unasked,
                now));
    }

    /** @return what nobody had begun with, and which ended */
    Optional<ContactRecord> customerLeft(ConversationId id, Leaving how) {
        ConversationRecord conversation = conversations.lock(id);
        Optional<ContactRecord> open = conversations.openContact(id);
        if (open.isEmpty()) return open;
        ContactRecord contact = open.get();
        lines.happened(conversation, "customer-left." + Rows.column(how));
        if (!contact.getState().equals("waiting")) return Optional.empty();
        Instant now = clock.instant();
        contact.setState("ended");
        contact.setEndedAt(now);
        contact.setWaitingSince(null);
        contact.setVersion(contact.getVersion() + 1);
        contact.update();
        promises.withdrawn(contact, now);
        events.publishEvent(new ContactAbandoned(
                new ContactId(contact.getId()),
                id,
                new CaseId(contact.getCaseId()),
                new BrandId(contact.getBrandId()),
                Handling.queue(contact),
                contact.getChannel(),
                now));
        return open;
    }

    static Registration registered(ContactRecord contact) {
        return new Registration(
                contact.getReasonId() == null ? null : new ReasonId(contact.getReasonId()),
                contact.getCauseDepartmentId() == null ? null : new DepartmentId(contact.getCauseDepartmentId()),
                contact.getCauseProcessId() == null ? null : new ProcessId(contact.getCauseProcessId()),
                contact.getResult() == null ? null : Rows.state(Result.class, contact.getResult()));
    }
}
