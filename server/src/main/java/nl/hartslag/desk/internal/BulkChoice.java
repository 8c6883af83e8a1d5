package nl.hartslag.desk.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.TransferReasons;
import nl.hartslag.desk.BulkWork.Change;
import nl.hartslag.desk.BulkWork.Ending;
import nl.hartslag.desk.internal.db.tables.records.ConversationRowRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;
import org.springframework.stereotype.Component;

/** What may be asked of many at once, and which of them it can be for as far as their row tells. */
@Component
class BulkChoice {
    private static final int LONGEST_NOTE = 2000;
    private static final Duration LONGEST = Duration.ofDays(366);
    private final Routing routing;
    private final TransferReasons reasons;
    private final Organisation organisation;
    private final Clock clock;

    BulkChoice(Routing routing, TransferReasons reasons, Organisation organisation, Clock clock) {
        this.routing = routing;
        this.reasons = reasons;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** What would be refused for each of them is refused at once. */
    void check(Access access, Change change) {
        if (Stream.of(change.priority(), change.transfer(), change.wrapUp()).filter(Objects::nonNull).count() != 1) throw Problem.invalid("change", "one-change");
        if (change.transfer() != null) check(access, change.transfer());
        if (change.wrapUp() != null) check(access, change.wrapUp());
    }

    private void check(Access access, Transfer transfer) {
        var offered = reasons.offered();
        new FieldErrors()
                .check((transfer.queue() == null) != (transfer.user() == null), "queue", "one-target")
                .check(transfer.queue() == null || brandOf(access, transfer.queue()).isPresent(), "queue", "unknown")
                .check(transfer.why() != null || offered.isEmpty(), "why", "required")
                .check(transfer.why() == null || offered.stream().anyMatch(one -> one.id().equals(transfer.why())), "why", "unknown")
                .notLonger("note", transfer.note(), LONGEST_NOTE)
                .verify();
    }

    private void check(Access access, Ending ending) {
        boolean open = ending.caseState() == CaseState.OPEN;
        Instant at = ending.comesBackAt();
        Instant now = clock.instant();
        var registration = ending.registration();
        new FieldErrors()
                .check(access.may(Permission.CONTACTS_HANDLE, ending.brand()), "brand", "unknown")
                .check(open || ending.caseState() == CaseState.SOLVED || ending.caseState() == CaseState.WAITING_FOR_CUSTOMER, "caseState", "unknown")
                .check(!open || at != null, "comesBackAt", "required")
                .check(at == null || at.isAfter(now), "comesBackAt", "past")
                .check(at == null || !at.isAfter(now.plus(LONGEST)), "comesBackAt", "days-at-most", LONGEST.toDays())
                .check(registration.result() != null, "result", "required")
                .check(registration.reason() != null || registration.result() == Result.SPAM, "reason", "required")
                .check(registration.reason() == null || organisation.reason(registration.reason()).filter(one -> one.brand().equals(ending.brand())).isPresent(), "reason", "unknown")
                .verify();
    }

    private Optional<BrandId> brandOf(Access access, QueueId queue) {
        return routing.queues(access).stream().filter(one -> one.id().equals(queue)).map(Routing.Queue::brand).findFirst();
    }

    /** Why rows are not for this change: a key that screens translate. */
    Reach reach(Access access, Change change) {
        BrandId brand = change.wrapUp() != null ? change.wrapUp().brand()
                : change.transfer() != null && change.transfer().queue() != null ? brandOf(access, change.transfer().queue()).orElseThrow() : null;
        return row -> {
            BrandId of = new BrandId(row.getBrandId());
            boolean others = row.getState().equals("assigned") && !access.user().value().equals(row.getAssignedTo());
            if (row.getState().equals("closed")) return Optional.of("closed");
            if (!access.may(Permission.CONTACTS_HANDLE, of)) return Optional.of("no-right");
            if (brand != null && !brand.equals(of)) return Optional.of("other-brand");
            if (change.priority() != null) return row.getPriority().equalsIgnoreCase(change.priority().name()) ? Optional.of("already") : Optional.empty();
            if (others && !access.may(Permission.CONTACTS_ASSIGN, of)) return Optional.of("not-yours");
            if (change.transfer() != null) return already(row, change.transfer()) ? Optional.of("already") : Optional.empty();
            return row.getLastInSeq() > row.getReadSeq() && !change.wrapUp().unreadToo() ? Optional.of("unread") : Optional.empty();
        };
    }

    private static boolean already(ConversationRowRecord row, Transfer to) {
        if (to.queue() != null) return row.getState().equals("waiting") && to.queue().value().equals(row.getQueueId());
        return row.getState().equals("assigned") && to.user().value().equals(row.getAssignedTo());
    }

    interface Reach {
        Optional<String> left(ConversationRowRecord row);
    }
}
