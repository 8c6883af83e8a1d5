package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;

import nl.hartslag.contacts.OutboundChannel;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
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

    boolean isMail(String channel) {
        return channels.stream().anyMatch(each -> each.sendsMail() && each.channel().equals(channel));
    }

    /** The mail channel when the customer gave an address, else the conversation's own. */
    String channelFor(ConversationRecord conversation) {
        if (isMail(conversation.getChannel()) || !addressed(conversation)) return conversation.getChannel();
        return channels.stream().filter(OutboundChannel::sendsMail).map(OutboundChannel::channel).findFirst()
                .orElse(conversation.getChannel());
    }

    private boolean addressed(ConversationRecord conversation) {
        return db.fetchExists(PARTICIPANT, PARTICIPANT.CONVERSATION_ID.eq(conversation.getId()), PARTICIPANT.ROLE.eq("customer"));
    }
}
