package nl.hartslag.contacts;

import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer's message was placed.
 *
 * @param contact absent when it opened none (an automatic reply)
 * @param newContact a contact was opened by it
 */
public record Received(
        ConversationId conversation,
        CaseId caseId,
        @Nullable ContactId contact,
        MessageId message,
        int seq,
        boolean newContact,
        boolean duplicate) {}
