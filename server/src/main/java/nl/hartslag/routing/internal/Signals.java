package nl.hartslag.routing.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/**
 * What this node should look at, because it changed: contacts that wait, people who have room, queues whose figures
 * moved. Only a hint; what is lost here is found by {@link Rounds}.
 */
@Component
class Signals {
    private final Set<Object> lookAt = new LinkedHashSet<>();
    private final Set<Object> changed = new LinkedHashSet<>();

    /** After the transaction: find someone for this contact. */
    void contact(ContactId contact) {
        AfterCommit.run(() -> add(contact));
    }

    /** After the transaction: find something for this person. */
    void agent(UserId user) {
        AfterCommit.run(() -> add(user));
    }

    /** After the transaction: the figures of this queue are different. */
    void queue(QueueId queue) {
        AfterCommit.run(() -> addChanged(queue));
    }

    /** After the transaction: this person's state, or what he has in hand, is different. */
    void hands(UserId user) {
        AfterCommit.run(() -> addChanged(user));
    }

    private synchronized void add(Object subject) {
        lookAt.add(subject);
        notifyAll();
    }

    private synchronized void addChanged(Object subject) {
        changed.add(subject);
    }

    /** The next contacts and people to look at, at most so many; waits until there is one. */
    synchronized List<Object> await(int most) throws InterruptedException {
        while (lookAt.isEmpty()) wait();
        return take(most);
    }

    synchronized List<Object> take(int most) {
        List<Object> taken = lookAt.stream().limit(most).toList();
        taken.forEach(lookAt::remove);
        return taken;
    }

    /** Queues and people whose figures should be told. */
    synchronized Set<Object> takeChanged() {
        Set<Object> taken = Set.copyOf(changed);
        changed.clear();
        return taken;
    }
}
