package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.hartslag.contacts.Addressees;
import nl.hartslag.contacts.ContactEvent.RecipientsChanged;
import nl.hartslag.contacts.ConversationView.Part;
import nl.hartslag.contacts.ConversationView.Recipient;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Whom one answer goes to, when a person chose that. */
@Component
class Addressing {
    static final int LONGEST = 320;
    /** What one answer may go to besides; a mailing is no answer. */
    static final int MOST = 50;
    /** What somebody can type who means one mailbox. */
    private static final Pattern ONE =
            Pattern.compile("[^\\s\\p{Cntrl}@<>(),;:\"\\[\\]\\\\]+@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?\\.)+[\\p{L}\\p{N}-]{2,63}");

    private final DSLContext db;
    private final Recipients recipients;
    private final MailWay mail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Addressing(DSLContext db, Recipients recipients, MailWay mail, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.recipients = recipients;
        this.mail = mail;
        this.events = events;
        this.clock = clock;
    }

    static boolean isOne(String address) {
        return address.length() <= LONGEST && ONE.matcher(address).matches();
    }

    /** Refuses what cannot get it, each time with the address that is meant. */
    Addressees checked(Access access, ConversationRecord conversation, Addressees chosen) {
        if (chosen.areUsual()) return chosen;
        if (!isMail(conversation)) throw Problem.invalid("addressees", "by-mail-only");
        List<String> named = chosen.named();
        if (named.isEmpty()) return chosen;
        // they would be told by it whom we know, and nobody could see who else got an answer of who stays anonymous
        if (access.partner().isPresent()) throw Problem.of("contacts/partner-addresses", 403);
        if (recipients.anonymous(conversation)) throw Problem.of("contacts/anonymous-brand", 409);
        if (named.size() > MOST) throw Problem.of("contacts/too-many-addresses", 422).with("limit", MOST);
        for (String address : named) {
            if (!isOne(address)) throw Problem.of("contacts/no-address", 422).with("address", address);
            if (mail.ours(address)) throw Problem.of("contacts/our-address", 422).with("address", address);
        }
        return chosen;
    }

    private boolean isMail(ConversationRecord conversation) {
        return mail.isMail(conversation.getChannel(), new BrandId(conversation.getBrandId()));
    }

    /** Everybody whom an answer goes to, each once. */
    List<Recipient> recipients(ConversationRecord conversation, Addressees chosen) {
        List<Recipient> usual = recipients.answered(conversation).stream()
                .filter(one -> one.part() == Part.TO || one.part() == Part.CC && !chosen.customerOnly())
                .toList();
        Set<String> seen = new LinkedHashSet<>();
        return Stream.of(usual.stream(), as(Part.TO, chosen.to()), as(Part.CC, chosen.cc()), as(Part.BCC, chosen.bcc()))
                .flatMap(each -> each)
                .filter(one -> seen.add(one.address()))
                .toList();
    }

    private static Stream<Recipient> as(Part part, List<String> addresses) {
        return addresses.stream().map(address -> new Recipient(address, part));
    }

    /** Keeps with a mail what it goes to. */
    Addressees above(MessageRecord message, ConversationRecord conversation, Addressees chosen) {
        if (!isMail(conversation)) return chosen;
        List<Recipient> all = recipients(conversation, chosen);
        message.setToAddresses(OutboxTable.addresses(all, Part.TO));
        message.setCcAddresses(OutboxTable.addresses(all, Part.CC));
        message.setBccAddresses(OutboxTable.addresses(all, Part.BCC));
        return chosen;
    }

    /** What they answer belongs to the conversation; who got it openly gets its answers from now on. The caller holds the conversation. */
    void takePart(ConversationRecord conversation, Addressees chosen) {
        if (chosen.named().isEmpty()) return;
        Stream.concat(chosen.to().stream(), chosen.cc().stream()).forEach(address -> takesPart(conversation, address, Recipients.CC));
        chosen.bcc().forEach(address -> takesPart(conversation, address, Recipients.BCC));
        events.publishEvent(new RecipientsChanged(new ConversationId(conversation.getId()), new BrandId(conversation.getBrandId()), clock.instant()));
    }

    private void takesPart(ConversationRecord conversation, String address, String role) {
        db.insertInto(PARTICIPANT)
                .set(PARTICIPANT.CONVERSATION_ID, conversation.getId())
                .set(PARTICIPANT.ADDRESS, address)
                .set(PARTICIPANT.ROLE, role)
                .onConflict(PARTICIPANT.CONVERSATION_ID, PARTICIPANT.ADDRESS)
                .doUpdate()
                .set(PARTICIPANT.ROLE, role)
                .where(PARTICIPANT.ROLE.in(Recipients.ASIDE, Recipients.LEFT_OUT, Recipients.BCC))
                .execute();
    }
}
