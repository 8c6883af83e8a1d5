package nl.hartslag.channels.internal.email.thread;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.email.parse.ParsedMail;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;

/**
 * Which conversation a mail continues. Only someone who takes part in a conversation can add to it: knowing a message id or
 * a reply address is not enough, and a subject never is.
 *
 * @param conversation empty starts a new one
 * @param why          recorded with the placement
 * @param nearMatch    a conversation it points to that the sender does not take part in
 */
public record Threading(Optional<ConversationId> conversation, Why why, Optional<ConversationId> nearMatch) {

    public enum Why {
        /** In-Reply-To or References name a message of it. */
        REFERENCES,
        /** A department answers what it was asked. */
        DEPARTMENT,
        /** Our signed reply address. */
        REPLY_ADDRESS,
        /** It points at nothing we know. */
        NOTHING_MATCHES,
        /** It points at a conversation in which the sender takes no part. */
        OTHER_SENDER
    }

    /** What is known of a conversation. */
    public record Known(ConversationId conversation, BrandId brand, Set<String> participants) {}

    /** The conversations that exist; asked for ids only. */
    public interface Conversations {
        /** Those holding a message with one of these ids, newest message first. */
        List<Known> withMessages(List<String> ids);

        Optional<Known> conversation(ConversationId id);
    }

    /**
     * @param author who writes
     * @param named conversations named by valid reply addresses among the recipients
     */
    public static Threading decide(ParsedMail mail, MailAddress author, BrandId brand, Optional<ConversationId> named, Conversations conversations) {
        String sender = author.address();
        List<Known> referred = referred(mail, conversations).stream().filter(k -> k.brand().equals(brand)).toList();
        Optional<Known> byAddress = named.flatMap(conversations::conversation).filter(k -> k.brand().equals(brand));
        Optional<Known> own = referred.stream().filter(k -> k.participants().contains(sender)).findFirst();
        if (own.isPresent()) return new Threading(own.map(Known::conversation), Why.REFERENCES, Optional.empty());
        if (byAddress.filter(k -> k.participants().contains(sender)).isPresent()) {
            return new Threading(byAddress.map(Known::conversation), Why.REPLY_ADDRESS, Optional.empty());
        }
        Optional<ConversationId> near = referred.stream().findFirst().or(() -> byAddress).map(Known::conversation);
        return new Threading(Optional.empty(), near.isPresent() ? Why.OTHER_SENDER : Why.NOTHING_MATCHES, near);
    }

    /** What it answers comes first; the chain is read from its end only if that is unknown. */
    private static List<Known> referred(ParsedMail mail, Conversations conversations) {
        if (!mail.inReplyTo().isEmpty()) {
            List<Known> answered = conversations.withMessages(mail.inReplyTo());
            if (!answered.isEmpty()) return answered;
        }
        List<String> chain = new ArrayList<>(new LinkedHashSet<>(mail.references()));
        return chain.isEmpty() ? List.of() : conversations.withMessages(chain.reversed());
    }
}
