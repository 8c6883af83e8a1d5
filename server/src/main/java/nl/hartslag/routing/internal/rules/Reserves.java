package nl.hartslag.routing.internal.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Reserve;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;

/**
 * Who stays free for a queue at this moment. Other work is asked of these people as long as enough of them stay free without the one who
 * is asked: a threshold, as in Gans, Koole and Mandelbaum, <i>Telephone Call Centers</i> (2003), where it is called reservation.
 * Whoever can still have what he is kept free for beside it (a call beside a mail, one more chat) is as free as he was.
 */
public final class Reserves {
    /** No queue keeps anybody free. */
    public static final Reserves NONE = new Reserves(List.of());

    /** @param free those of its people who could be asked for it now */
    private record Kept(Queue queue, Set<UserId> free) {}

    private final List<Kept> all;

    private Reserves(List<Kept> all) {
        this.all = all;
    }

    /**
     * @param queues those that keep people free
     * @param open   whether what they stay free for can come to him at this moment; while it cannot, nobody keeps him
     */
    public static Reserves of(List<Queue> queues, List<Candidate> here, BiPredicate<Queue, Agent> open) {
        return queues.isEmpty() ? NONE : new Reserves(queues.stream().map(queue -> new Kept(queue, free(queue, here, open))).toList());
    }

    private static Set<UserId> free(Queue queue, List<Candidate> here, BiPredicate<Queue, Agent> open) {
        Medium medium = mediumOf(queue);
        return here.stream()
                .filter(candidate -> candidate.available() && candidate.mayBeAskedFor(medium) && keeps(queue, candidate.agent()) && open.test(queue, candidate.agent()))
                .map(candidate -> candidate.agent().user())
                .collect(Collectors.toSet());
    }

    /** Whether he is of the people whom this queue keeps free. */
    public static boolean keeps(Queue queue, Agent agent) {
        Reserve reserve = queue.search().reserve();
        return reserve.free() > 0 && (reserve.people().isEmpty() || reserve.people().contains(agent.user())) && agent.fits(queue);
    }

    /** Whether something of this medium would make him less free for this queue. */
    public static boolean concerns(Queue queue, Candidate candidate, Medium medium) {
        return keeps(queue, candidate.agent()) && takesAway(queue, candidate, medium);
    }

    private static boolean takesAway(Queue queue, Candidate candidate, Medium medium) {
        Hands hands = candidate.hands();
        return hands.roomFor(medium) && hands.roomFor(mediumOf(queue)) && !hands.and(medium).roomFor(mediumOf(queue));
    }

    private static Medium mediumOf(Queue queue) {
        return Medium.of(queue.search().reserve().medium());
    }

    /** How many stay free for this queue now. */
    public int freeFor(QueueId queue) {
        return all.stream().filter(kept -> kept.queue().id().equals(queue)).mapToInt(kept -> kept.free().size()).sum();
    }

    public Lent lent(Candidate candidate, Instant now) {
        List<Kept> his = all.stream().filter(kept -> keeps(kept.queue(), candidate.agent())).toList();
        if (his.isEmpty()) return Lent.FREELY;
        Map<Medium, Instant> latest = new EnumMap<>(Medium.class);
        for (Kept kept : his) {
            for (Medium medium : Medium.values()) {
                if (needs(kept, candidate, medium)) latest.merge(medium, lentFrom(kept.queue(), now), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        Set<QueueId> own = new HashSet<>();
        his.forEach(kept -> own.add(kept.queue().id()));
        candidate.agent().otherWork().ifPresent(given -> own.addAll(given.queues()));
        return new Lent(own, latest);
    }

    private static boolean needs(Kept kept, Candidate candidate, Medium medium) {
        return kept.free().contains(candidate.agent().user())
                && kept.free().size() <= kept.queue().search().reserve().free()
                && takesAway(kept.queue(), candidate, medium);
    }

    private static Instant lentFrom(Queue queue, Instant now) {
        int minutes = queue.search().reserve().lentMinutes();
        return minutes == 0 ? Instant.MIN : now.minus(Duration.ofMinutes(minutes));
    }

    /** Whether a queue that keeps him free would have one less for it; others are asked rather. */
    boolean wouldMiss(Candidate candidate, Waiting wanted) {
        return all.stream().noneMatch(kept -> kept.queue().id().equals(wanted.queue().id()) && keeps(kept.queue(), candidate.agent()))
                && all.stream().anyMatch(kept -> kept.free().contains(candidate.agent().user()) && takesAway(kept.queue(), candidate, wanted.medium()));
    }
}
