package nl.hartslag.channels.internal.webchat;

import java.util.List;
import nl.hartslag.contacts.InboundMessage.NewAttachment;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor sent, as it is stored before anything is done with it.
 *
 * @param kind {@code begin}, {@code message} or {@code mail}
 */
record IncomingChat(
        String kind,
        String visitor,
        String clientKey,
        @Nullable String reason,
        @Nullable String name,
        @Nullable String email,
        String text,
        String language,
        List<NewAttachment> files) {}
