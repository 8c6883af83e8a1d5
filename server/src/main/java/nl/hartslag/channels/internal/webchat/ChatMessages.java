package nl.hartslag.channels.internal.webchat;

import java.util.List;
import java.util.Optional;
import nl.hartslag.channels.WebChat.FileView;
import nl.hartslag.channels.WebChat.MessageOut;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.shared.ConversationId;
import org.springframework.stereotype.Component;

/** Messages in the form the visitor gets them: no full names, no ids of people, nothing internal. */
@Component
class ChatMessages {
    static final int PAGE = 200;
    private final Contacts contacts;

    ChatMessages(Contacts contacts) {
        this.contacts = contacts;
    }

    List<MessageOut> after(ConversationId conversation, int seq) {
        return contacts.messagesForCustomer(conversation, seq, PAGE).stream().map(ChatMessages::view).toList();
    }

    Optional<MessageOut> one(ConversationId conversation, int seq) {
        return contacts.messagesForCustomer(conversation, seq - 1, 1).stream()
                .filter(message -> message.seq() == seq).map(ChatMessages::view).findFirst();
    }

    private static MessageOut view(MessageView message) {
        boolean own = message.direction().equals("in");
        String from = own ? "visitor" : message.authorKind().equals("user") ? "agent" : "system";
        return new MessageOut(message.seq(), message.id(), from, own ? message.authorName() : firstName(message.authorName()),
                message.at(), message.text(), own ? message.clientKey() : null,
                message.attachments().stream().filter(file -> !file.inline())
                        .map(file -> new FileView(file.id().value(), file.name(), file.type(), file.size())).toList());
    }

    /** Visitors see no more of a colleague than the first name. */
    static String firstName(String name) {
        String bare = name.strip();
        int space = bare.indexOf(' ');
        return space < 0 ? bare : bare.substring(0, space);
    }
}
