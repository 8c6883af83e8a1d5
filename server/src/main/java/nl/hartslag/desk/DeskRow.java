package nl.hartslag.desk;

import java.time.Instant;
import java.util.List;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.SubStates.SubStateView;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a conversation.
 *
 * @param subState     how its case stands within its state, where somebody said so
 * @param state        {@code waiting}, {@code assigned} or {@code closed}
 * @param previewFrom  {@code in} or {@code out}: who said what the preview shows
 * @param waitingSince since when the customer waits for us; absent when it is his turn
 * @param dueAt        by when we promised to answer; absent when nothing is promised
 * @param late         that promise was broken
 * @param undelivered  our last answer could not be delivered
 * @param unread       the customer wrote something no colleague has read
 * @param comesBackAt  when a case that was kept open comes back as work
 * @param found        where it holds what was looked for; empty in a list nobody searched, or where only its subject or the customer's name holds it
 * @param soonAt       from when what is due is nearly due, where its rule says so
 */
public record DeskRow(
        ConversationId conversation,
        ContactId contact,
        CaseId caseId,
        long caseNumber,
        CaseState caseState,
        @Nullable SubStateView subState,
        BrandId brand,
        @Nullable PartnerId partner,
        @Nullable CustomerId customer,
        @Nullable String customerName,
        @Nullable CustomerGroupId customerGroup,
        String channel,
        String medium,
        String subject,
        String preview,
        String previewFrom,
        String state,
        @Nullable QueueId queue,
        @Nullable String queueName,
        @Nullable UserId assignedTo,
        @Nullable String assignedName,
        Instant openedAt,
        Instant lastAt,
        @Nullable Instant waitingSince,
        @Nullable Instant dueAt,
        boolean late,
        boolean undelivered,
        boolean unread,
        @Nullable Instant closedAt,
        @Nullable Instant comesBackAt,
        Priority priority,
        @Nullable Instant soonAt,
        List<Watcher> watchers,
        List<Piece> found) {

    /** A piece of what was said. @param hit it is what was looked for */
    public record Piece(String text, boolean hit) {}

    /** A colleague who has the conversation on screen. */
    public record Watcher(UserId user, String name, boolean typing) {}

    public DeskRow inGroup(CustomerGroupId group) {
        return new DeskRow(conversation, contact, caseId, caseNumber, caseState, subState, brand, partner, customer, customerName,
                group, channel, medium, subject, preview, previewFrom, state, queue, queueName, assignedTo, assignedName, openedAt,
                lastAt, waitingSince, dueAt, late, undelivered, unread, closedAt, comesBackAt, priority, soonAt, watchers, found);
    }

    public DeskRow watchedBy(List<Watcher> now) {
        return new DeskRow(conversation, contact, caseId, caseNumber, caseState, subState, brand, partner, customer, customerName,
                customerGroup, channel, medium, subject, preview, previewFrom, state, queue, queueName, assignedTo, assignedName, openedAt,
                lastAt, waitingSince, dueAt, late, undelivered, unread, closedAt, comesBackAt, priority, soonAt, now, found);
    }

    public DeskRow standing(@Nullable SubStateView within) {
        return new DeskRow(conversation, contact, caseId, caseNumber, caseState, within, brand, partner, customer, customerName,
                customerGroup, channel, medium, subject, preview, previewFrom, state, queue, queueName, assignedTo, assignedName, openedAt,
                lastAt, waitingSince, dueAt, late, undelivered, unread, closedAt, comesBackAt, priority, soonAt, watchers, found);
    }

    public DeskRow foundIn(List<Piece> pieces) {
        return new DeskRow(conversation, contact, caseId, caseNumber, caseState, subState, brand, partner, customer, customerName,
                customerGroup, channel, medium, subject, preview, previewFrom, state, queue, queueName, assignedTo, assignedName, openedAt,
                lastAt, waitingSince, dueAt, late, undelivered, unread, closedAt, comesBackAt, priority, soonAt, watchers, pieces);
    }
}
