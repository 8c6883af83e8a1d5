package nl.hartslag.contacts;

import java.util.List;
import nl.hartslag.shared.ConversationId;

/** Past work came in through {@link ContactsImport}; for read models only, it is no news. Published in the importer's transaction. */
public record PastWorkStored(List<ConversationId> conversations) {
    public PastWorkStored {
        conversations = List.copyOf(conversations);
    }
}
