package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * A case that was kept open comes back as work at the moment that was chosen, for whoever had it first. Whatever opens a contact
 * earlier is the return; the timer then finds that nothing is left to do, and is never cancelled: whoever writes holds the
 * conversation, which the timer waits for.
 */
@Component
class Returns implements TimerHandler {
    private static final String TIMER = "contacts.comes-back";
    /** When it looks again whether whoever came meanwhile is helped. */
    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(366);
    /** What comes back can wait, whatever the channel: nobody sits waiting at the other end. */
    private static final String MEDIUM = "mail";

    private final DSLContext db;
    private final Conversations conversations;
    private final EventLines lines;
    private final Handling handling;
    private final Promises promises;
    private final Reopening reopening;
    private final Timers timers;
    private final Clock clock;

    Returns(
            DSLContext db,
            Conversations conversations,
            EventLines lines,
            Handling handling,
            Promises promises,
            Reopening reopening,
            Timers timers,
            Clock clock) {
        this.db = db;
        this.conversations = conversations;
        this.lines = lines;
        this.handling = handling;
        this.promises = promises;
        this.reopening = reopening;
        this.timers = timers;
        this.clock = clock;
    }

    void plan(ContactRecord ending, WrapUp wrapUp, Instant now) {
        if (wrapUp.caseState() != CaseState.OPEN) return;
        Instant at = wrapUp.comesBackAt();
        if (at == null && promises.bringsBack(ending.getConversationId())) return;
        if (at == null) throw Problem.invalid("comesBackAt", "required");
        if (!at.isAfter(now)) throw Problem.invalid("comesBackAt", "past");
        if (at.isAfter(now.plus(LONGEST))) throw Problem.invalid("comesBackAt", "days-at-most", LONGEST.toDays());
        ending.setComesBackAt(at);
        timers.schedule(TIMER, ending.getId().toString(), at, Map.of("conversation", ending.getConversationId().toString()));
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        ConversationRecord conversation = conversations.lock(ConversationId.of((String) timer.payload().get("conversation")));
        ContactRecord last = db.selectFrom(CONTACT)
                .where(CONTACT.ID.eq(UUID.fromString(timer.key())))
                .and(CONTACT.COMES_BACK_AT.isNotNull())
                .fetchOne();
        if (last == null) return;
        if (conversations.openContact(new ConversationId(conversation.getId())).isPresent()) {
            // he who waits may leave again, and then nothing of it is done
            timers.schedule(TIMER, timer.key(), clock.instant().plus(AGAIN), timer.payload());
            return;
        }
        conversations.cameBack(conversation.getId());
        reopening.any(conversation, clock.instant());
        handling.waits(opened(conversation, last, "came-back"), null, owner(last), "came-back");
    }

    private static Optional<UserId> owner(ContactRecord last) {
        return Optional.ofNullable(last.getAssignedTo() == null ? last.getEndedBy() : last.getAssignedTo()).map(UserId::new);
    }

    /** A conversation nobody has in hand comes back now, for this person first; one that somebody has stays with him. The caller holds it. @param why a key that screens translate */
    void bringBack(ConversationRecord conversation, UserId person, String why) {
        if (conversations.openContact(new ConversationId(conversation.getId())).isPresent()) return;
        handling.waits(again(conversation, why), null, Optional.of(person), why);
    }

    /** A contact of a conversation nobody has in hand, that is still to wait for somebody. The caller holds it. @param why a key that screens translate */
    ContactRecord again(ConversationRecord conversation, String why) {
        conversations.cameBack(conversation.getId());
        reopening.any(conversation, clock.instant());
        return opened(conversation, conversations.lastContact(new ConversationId(conversation.getId())).orElseThrow(), why);
    }

    /** A case that is open while nobody has it and nothing brings it back would be forgotten: it comes back now. The caller holds it. */
    void nothingForgotten(ConversationRecord conversation, UserId person, String why) {
        boolean open = db.fetchExists(CASES, CASES.ID.eq(conversation.getCaseId()).and(CASES.STATE.eq("open")));
        boolean planned = db.fetchExists(CONTACT, CONTACT.CONVERSATION_ID.eq(conversation.getId()).and(CONTACT.COMES_BACK_AT.isNotNull()));
        if (open && !planned && !promises.bringsBack(conversation.getId())) bringBack(conversation, person, why);
    }

    private ContactRecord opened(ConversationRecord conversation, ContactRecord last, String why) {
        Instant now = clock.instant();
        ContactRecord contact = db.newRecord(CONTACT);
        contact.setId(Uuid7.next());
        contact.setConversationId(conversation.getId());
        contact.setCaseId(conversation.getCaseId());
        contact.setBrandId(conversation.getBrandId());
        contact.setCustomerId(conversation.getCustomerId());
        contact.setPartnerId(last.getPartnerId());
        contact.setQueueId(last.getQueueId());
        contact.setReasonId(last.getReasonId());
        contact.setReasonNl(last.getReasonNl());
        contact.setReasonEn(last.getReasonEn());
        contact.setCauseDepartmentId(last.getCauseDepartmentId());
        contact.setCauseProcessId(last.getCauseProcessId());
        contact.setChannel(conversation.getChannel());
        contact.setPriority(last.getPriority());
        contact.setMedium(MEDIUM);
        contact.setKind("follow_up");
        contact.setState("waiting");
        contact.setOpenedAt(now);
        contact.setWaitingSince(now);
        contact.setVersion(0);
        contact.insert();
        promises.goesAlong(contact);
        lines.happened(conversation, why);
        return contact;
    }
}
