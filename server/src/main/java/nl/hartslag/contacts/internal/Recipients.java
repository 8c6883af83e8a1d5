package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.hartslag.contacts.ContactEvent.RecipientsChanged;
import nl.hartslag.contacts.ConversationView.Part;
import nl.hartslag.contacts.ConversationView.Recipient;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Who gets the answers of a conversation. Anybody can write any address above a mail, so whom a sender names who is not proven
 * stands aside until a person lets him take part.
 */
@Component
class Recipients {
    static final String CUSTOMER = "customer";
    static final String CC = "cc";
    /** Got an answer that the others did not see him get. */
    static final String BCC = "bcc";
    /** Named by a sender who is not proven. */
    static final String ASIDE = "aside";
    /** By a person, and only a person takes that back. */
    static final String LEFT_OUT = "left-out";

    private final DSLContext db;
    private final Conversations conversations;
    private final Scope scope;
    private final EventLines lines;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recipients(
            DSLContext db,
            Conversations conversations,
            Scope scope,
            EventLines lines,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.conversations = conversations;
        this.scope = scope;
        this.lines = lines;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    List<Recipient> of(ConversationId id) {
        return db.select(PARTICIPANT.ADDRESS, PARTICIPANT.ROLE)
                .from(PARTICIPANT)
                .where(PARTICIPANT.CONVERSATION_ID.eq(id.value()))
                .and(PARTICIPANT.ROLE.in(CUSTOMER, CC, ASIDE, LEFT_OUT))
                .fetchStream()
                .map(row -> new Recipient(row.value1(), part(row.value2())))
                .sorted(Comparator.comparing(Recipient::part).thenComparing(Recipient::address))
                .toList();
    }

    /** Who gets an answer. Of who stays anonymous only he does: nobody could see who else would, or leave them out. */
    List<Recipient> answered(ConversationRecord conversation) {
        List<Recipient> all = of(new ConversationId(conversation.getId()));
        return anonymous(conversation) ? all.stream().filter(one -> one.part() == Part.TO).toList() : all;
    }

    boolean anonymous(ConversationRecord conversation) {
        return organisation.brand(new BrandId(conversation.getBrandId())).anonymous();
    }

    private static Part part(String role) {
        return switch (role) {
            case CUSTOMER -> Part.TO;
            case CC -> Part.CC;
            default -> Part.ASIDE;
        };
    }

    /** Lets somebody who stands in the conversation get its answers, or no longer. The customer's own address always does. */
    void change(Access access, ConversationId id, String address, boolean getsAnswers) {
        access.require(Permission.CONTACTS_HANDLE);
        ConversationRecord conversation = conversations.lock(id);
        scope.check(access, conversation);
        String written = address.strip().toLowerCase(Locale.ROOT);
        String role = db.select(PARTICIPANT.ROLE)
                .from(PARTICIPANT)
                .where(PARTICIPANT.CONVERSATION_ID.eq(id.value()))
                .and(PARTICIPANT.ADDRESS.eq(written))
                .and(PARTICIPANT.ROLE.in(CC, ASIDE, LEFT_OUT))
                .fetchOptional(PARTICIPANT.ROLE)
                .orElseThrow(() -> Problem.invalid("address", "unknown"));
        if (role.equals(CC) == getsAnswers) return;
        db.update(PARTICIPANT)
                .set(PARTICIPANT.ROLE, getsAnswers ? CC : LEFT_OUT)
                .where(PARTICIPANT.CONVERSATION_ID.eq(id.value()))
                .and(PARTICIPANT.ADDRESS.eq(written))
                .execute();
        ContactId contact = conversations.openContact(id).map(open -> new ContactId(open.getId())).orElse(null);
        lines.done(id, access, contact, (getsAnswers ? "recipient.included " : "recipient.left-out ") + written);
        events.publishEvent(new RecipientsChanged(id, new BrandId(conversation.getBrandId()), clock.instant()));
    }
}
