package nl.hartslag.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.internal.rules.Waiting;
import org.jooq.impl.DSL;
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
        long[] ofPerson = new long[times];
        long[] ofContact = new long[times];
        long[] ofRules = new long[times];
        Waiting wanted = null;
        // the first half warms up what is measured
        for (int round = -times; round < times; round++) {
            int i = Math.max(round, 0);
            long begin = System.nanoTime();
            List<Waiting> next = waiting.nextFor(
                    first.user(), mine, me.hands(), keptFree.lent(me, clock.instant()), DSL.falseCondition(), clock.instant());
            ofPerson[i] = System.nanoTime() - begin;
            wanted = next.getFirst();
            begin = System.nanoTime();
            var here = presences.here();
            long read = System.nanoTime();
            assertThat(matching.consider(wanted, here).order()).isNotEmpty();
            ofContact[i] = System.nanoTime() - begin;
            ofRules[i] = System.nanoTime() - read;
        }
        assertThat(wanted.queue().id()).isIn(mine.keySet());
        if (Boolean.getBoolean("soak")) {
            System.out.printf("soak: routing with %,d waiting, %d people there, %d queues; p50 / p95 in ms: next for a person %s, someone for a contact %s, of which rules and refusals %s%n",
                    contacts, people, kinds, said(ofPerson), said(ofContact), said(ofRules));
        }
    }
}
