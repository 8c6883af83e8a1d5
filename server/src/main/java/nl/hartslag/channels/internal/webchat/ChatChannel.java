package nl.hartslag.channels.internal.webchat;

import nl.hartslag.contacts.OutboundChannel;
import org.springframework.stereotype.Component;

/**
 * Messages to visitors. The message in the database is the delivery: every open stream of the visitor reads it from there, on
 * whichever node, and a visitor who is away finds it when he comes back. So there is nothing to send twice.
 */
@Component
class ChatChannel implements OutboundChannel {
    static final String NAME = "webchat";

    @Override
    public String channel() {
        return NAME;
    }

    @Override
    public Outcome send(OutboundMessage message) {
        return new Outcome.Sent(message.id().toString());
    }
}
