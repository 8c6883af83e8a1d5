package nl.hartslag.desk.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.WhileWaiting;
import nl.hartslag.contacts.WhileWaiting.Done;
import nl.hartslag.contacts.WhileWaiting.Outcome;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.desk.QueueWork;
import nl.hartslag.people.People;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.routing.WaitingLine;
import nl.hartslag.routing.WaitingLine.Standing;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The line as routing has it, with what the desk knows of each; what is done to several is done to each by itself. */
@Service
class QueueWorkService implements QueueWork {
    private static final String NOT_THERE = "contacts/not-found";
    private final WaitingLine line;
    private final Routing routing;
    private final RowLists rows;
    private final RowSearch searches;
    private final WhileWaiting work;
    private final People people;

    QueueWorkService(WaitingLine line, Routing routing, RowLists rows, RowSearch searches, WhileWaiting work, People people) {
        this.line = line;
        this.routing = routing;
        this.rows = rows;
        this.searches = searches;
        this.work = work;
        this.people = people;
    }

    @Override
    public Page<WaitingRow> waiting(Access access, QueueId queue, Optional<String> search, @Nullable String cursor, int limit) {
        access.require(Permission.CONTACTS_VIEW);
        Access reads = access.within(Permission.CONTACTS_VIEW);
        List<Standing> all = line.of(reads, queue, cursor).all();
        Set<ConversationId> found = searches.waiting(reads, all.stream().map(Standing::conversation).toList(), search);
        List<Standing> wanted = all.stream().filter(one -> found.contains(one.conversation())).limit(limit + 1L).toList();
        List<Standing> page = wanted.subList(0, Math.min(limit, wanted.size()));
        Map<ConversationId, DeskRow> known = rows.of(page.stream().map(Standing::conversation).toList());
        Map<UserId, String> names = people.names(page.stream().flatMap(one -> Stream.of(one.asked(), one.keptFor())).flatMap(Optional::stream).distinct().toList());
        return new Page<>(
                page.stream().filter(one -> known.containsKey(one.conversation())).map(one -> row(one, known.get(one.conversation()), names)).toList(),
                wanted.size() > limit ? page.getLast().mark() : null);
    }

    private static WaitingRow row(Standing one, DeskRow row, Map<UserId, String> names) {
        return new WaitingRow(
                row, one.place(), one.since(), one.overflowedAt().orElse(null), somebody(one.asked(), names), somebody(one.keptFor(), names),
                one.keptUntil().orElse(null));
    }

    private static @Nullable Somebody somebody(Optional<UserId> user, Map<UserId, String> names) {
        return user.map(id -> new Somebody(id, names.getOrDefault(id, ""))).orElse(null);
    }

    @Override
    public List<Acted> prioritise(Access access, QueueId queue, Set<ContactId> contacts, Priority priority) {
        return each(access, queue, contacts, contact -> work.prioritise(access, contact, queue, priority));
    }

    @Override
    public List<Acted> transfer(Access access, QueueId queue, Set<ContactId> contacts, Transfer transfer) {
        if (queue.equals(transfer.queue())) throw Problem.invalid("queue", "same-queue");
        return each(access, queue, contacts, contact -> work.transfer(access, contact, queue, transfer));
    }

    private List<Acted> each(Access access, QueueId queue, Set<ContactId> contacts, Function<ContactId, Done> act) {
        access.require(Permission.CONTACTS_ASSIGN);
        if (routing.queuesInSight(access).stream().noneMatch(one -> one.id().equals(queue))) throw Problem.notFound("routing/queue");
        List<Acted> acted = new ArrayList<>();
        Problem last = null;
        int refusals = 0;
        for (ContactId contact : contacts) {
            try {
                Done done = act.apply(contact);
                acted.add(new Acted(contact, done.outcome(), done.by()));
            } catch (Problem refused) {
                last = refused;
                refusals++;
                acted.add(new Acted(contact, refused.code().equals(NOT_THERE) ? Outcome.GONE : Outcome.REFUSED, null));
            }
        }
        // of what came before a refusal the answer tells; with nothing to tell, why it was refused says more
        if (last != null && refusals == acted.size()) throw last;
        return acted;
    }
}
