package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;

import java.util.Optional;
import nl.hartslag.contacts.OutboundChannel;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** By which channel a mail leaves in a conversation that may be held over another one. */
@Component
class MailWay {
    private final DSLContext db;
    private final ObjectProvider<OutboundChannel> channels;

    MailWay(DSLContext db, ObjectProvider<OutboundChannel> channels) {
        this.db = db;
        this.channels = channels;
    }

    boolean isMail(String channel, BrandId brand) {
        return channels.stream().anyMatch(each -> each.channel().equals(channel) && each.sendsMailOf(brand));
    }

    /** The channel by which mail of a brand leaves; empty when it has none. */
    Optional<String> mailOf(BrandId brand) {
        return channels.stream().filter(each -> each.sendsMailOf(brand)).map(OutboundChannel::channel).findFirst();
    }

    /** Whether a mail to this address would come back to us. */
    boolean ours(String address) {
        return channels.stream().anyMatch(each -> each.ours(address));
    }

    /** The mail channel when the brand has one and the customer gave an address, else the conversation's own. */
    String channelFor(ConversationRecord conversation) {
        BrandId brand = new BrandId(conversation.getBrandId());
        if (isMail(conversation.getChannel(), brand) || !addressed(conversation)) return conversation.getChannel();
        return mailOf(brand).orElse(conversation.getChannel());
    }

    private boolean addressed(ConversationRecord conversation) {
        return db.fetchExists(PARTICIPANT, PARTICIPANT.CONVERSATION_ID.eq(conversation.getId()), PARTICIPANT.ROLE.eq(Recipients.CUSTOMER));
    }
}
