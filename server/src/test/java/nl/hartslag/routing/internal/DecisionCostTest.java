package nl.hartslag.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.internal.OpeningHours.Closed;
import nl.hartslag.routing.internal.rules.Waiting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Decides over the real tables with many contacts waiting; a soak says what a decision costs. */
class DecisionCostTest extends FullHouse {
    @Autowired
    Queues queues;

    @Autowired
    Matching matching;

    @Autowired
    KeptFree keptFree;

    @Test
    void decidesForAPersonAndForAContactWhileThousandsWait() {
        Access first = everyoneComes();
        var me = presences.candidate(first.user()).orElseThrow();
        var mine = queues.reachOf(me.agent(), _ -> true);
        Closed mailClosed = new Closed(List.of(new Closed.Channel(brand.value(), "email")), List.of());
        long[] ofPerson = new long[times];
        long[] afterHours = new long[times];
        long[] ofContact = new long[times];
        long[] ofRules = new long[times];
        Waiting wanted = null;
        // the first half warms up what is measured
        for (int round = -times; round < times; round++) {
            int i = Math.max(round, 0);
            long begin = System.nanoTime();
            List<Waiting> next = waiting.nextFor(
                    first.user(), mine, me.hands(), keptFree.lent(me, clock.instant()), Closed.NOTHING, clock.instant());
            ofPerson[i] = System.nanoTime() - begin;
            wanted = next.getFirst();
            begin = System.nanoTime();
            next = waiting.nextFor(first.user(), mine, me.hands(), keptFree.lent(me, clock.instant()), mailClosed, clock.instant());
            afterHours[i] = System.nanoTime() - begin;
            assertThat(next).isNotEmpty().allMatch(one -> one.medium().live());
            begin = System.nanoTime();
            var here = presences.here();
            long read = System.nanoTime();
            assertThat(matching.consider(wanted, here).order()).isNotEmpty();
            ofContact[i] = System.nanoTime() - begin;
            ofRules[i] = System.nanoTime() - read;
        }
        assertThat(wanted.queue().id()).isIn(mine.keySet());
        if (Boolean.getBoolean("soak")) {
            System.out.printf("soak: routing with %,d waiting, %d people there, %d queues; p50 / p95 in ms: next for a person %s, while mail is closed %s, someone for a contact %s, of which rules and refusals %s%n",
                    contacts, people, kinds, said(ofPerson), said(afterHours), said(ofContact), said(ofRules));
        }
    }
}
