package nl.hartslag.desk;

import java.time.Instant;
import java.util.List;
import nl.hartslag.contacts.CaseView;
import nl.hartslag.contacts.ConsultView;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.ConversationView;
import nl.hartslag.contacts.Draft;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.PlannedAnswers.PlannedAnswer;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.customers.Customers;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;

/**
 * Everything the desk shows when a conversation is opened, in one answer.
 *
 * @param mayHandle whether this person may work on it, and not only read
 * @param outOfTurn it waits in a queue where everyone takes what comes next, and that is another contact for this person
 * @param messages the last ones, oldest first; earlier ones are read page by page
 * @param earlier  there are messages before these
 * @param planned  answers that are still to leave, and those that were stopped
 * @param promises of the case, newest first
 * @param consults what other departments were asked in the case, newest first
 */
public record OpenConversation(
        ConversationView conversation,
        boolean mayHandle,
        @Nullable DeskRow row,
        CaseView caseView,
        @Nullable ContactView contact,
        boolean outOfTurn,
        List<MessageView> messages,
        boolean earlier,
        List<Draft> drafts,
        List<PlannedAnswer> planned,
        List<PromiseView> promises,
        List<ConsultView> consults,
        @Nullable Beside beside) {

    /** The customer beside the thread. */
    public record Beside(
            Customers.Customer customer,
            List<Customers.Identity> identities,
            List<Customers.Order> orders,
            List<EarlierContact> history) {}

    /** @param spans who came for whom, where it was for somebody else; @param score what the customer gave afterwards, 0 to 10; absent when not asked or not answered */
    public record EarlierContact(
            ContactId contact,
            ConversationId conversation,
            CaseId caseId,
            long caseNumber,
            String medium,
            String kind,
            String subject,
            @Nullable ReasonId reason,
            String state,
            Instant openedAt,
            @Nullable Instant comesBackAt,
            @Nullable String handledBy,
            @Nullable Integer score,
            @Nullable String why,
            ContactView.@Nullable Spans spans) {}
}
