package nl.hartslag.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.ServiceLevel;
import nl.hartslag.routing.Supervision;
import nl.hartslag.routing.Supervision.AgentNow;
import nl.hartslag.routing.WaitingLine;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.testing.Accesses;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page of the supervisor reads, with a full house; a soak says what it costs. */
class LivePageCostTest extends FullHouse {
    @Autowired
    Supervision live;

    @Autowired
    WaitingLine line;

    @Autowired
    ServiceLevel level;

    @Test
    void readsEveryQueueAndEveryoneWhoIsThere() {
        everyoneComes();
        Access leader = Accesses.administrator(brand);
        long[] ofQueues = new long[times];
        long[] ofPeople = new long[times];
        long[] ofToday = new long[times];
        long[] ofOverflow = new long[times];
        long[] ofLine = new long[times];
        long[] ofLevel = new long[times];
        for (int i = 0; i < times; i++) {
            ofQueues[i] = taken(() -> assertThat(live.queues(leader)).hasSize(kinds).allMatch(one -> one.figures().waiting() > 0));
            ofPeople[i] = taken(() -> assertThat(everyone(leader)).hasSize(people));
            ofToday[i] = taken(() -> assertThat(live.today(leader)).hasSize(kinds));
            ofOverflow[i] = taken(() -> live.overflow(leader, null, 50));
            QueueId longest = longest(leader);
            ofLine[i] = taken(() -> assertThat(line.of(leader, longest, null).all()).isNotEmpty());
            ofLevel[i] = taken(() -> assertThat(level.now(leader).queues()).hasSize(kinds));
        }
        if (Boolean.getBoolean("soak")) {
            System.out.printf("soak: live page with %d queues, %d people, %,d waiting; p50 / p95 in ms: queues %s, people %s, today %s, waited too long %s, one line %s, service level %s%n",
                    kinds, people, contacts, said(ofQueues), said(ofPeople), said(ofToday), said(ofOverflow), said(ofLine), said(ofLevel));
        }
    }

    private QueueId longest(Access leader) {
        return live.queues(leader).stream().max(Comparator.comparingInt(one -> one.figures().waiting())).orElseThrow().queue().id();
    }

    /** Page by page, as the screen does. */
    private List<AgentNow> everyone(Access leader) {
        List<AgentNow> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<AgentNow> page = live.agents(leader, cursor, 200);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private static long taken(Runnable act) {
        long begin = System.nanoTime();
        act.run();
        return System.nanoTime() - begin;
    }
}
