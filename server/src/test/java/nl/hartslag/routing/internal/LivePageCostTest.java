package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.LOAD;
import static nl.hartslag.routing.internal.db.Tables.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.Supervision;
import nl.hartslag.routing.internal.db.tables.records.LoadRecord;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import nl.hartslag.testing.Soak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What the page of the supervisor reads, with a full house; a soak says what it costs. */
@HartslagTest
@Import(RoutingWorld.class)
class LivePageCostTest {
    private final int contacts = Soak.rounds(200, 5_000);
    private final int people = Soak.rounds(12, 600);
    private final int kinds = Soak.rounds(4, 40);
    private final int times = Soak.rounds(5, 300);

    @Autowired
    RoutingWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    WaitingContacts waiting;

    @Autowired
    Presences presences;

    @Autowired
    Supervision live;

    private BrandId brand;
    private final List<QueueId> all = new ArrayList<>();
    private final List<SkillId> skills = new ArrayList<>();

    @BeforeEach
    void aFullHouse() {
        world.rounds.stop();
        brand = world.aBrand();
        for (int i = 0; i < kinds; i++) {
            skills.add(world.aSkill());
            all.add(world.routing.createQueue(new NewQueue(
                    brand, "Queue " + i, Optional.empty(), i, 10, "push", 30, 60, Map.of(skills.get(i), 3))));
        }
        Instant now = clock.instant();
        for (int i = 0; i < contacts; i++) {
            WaitingRecord row = new WaitingRecord();
            row.setContactId(ContactId.next().value());
            row.setConversationId(ConversationId.next().value());
            row.setBrandId(brand.value());
            row.setQueueId(all.get(i % kinds).value());
            row.setMedium(List.of("call", "chat", "mail").get(i % 3));
            row.setChannel("email");
            row.setEnteredAt(now.minusSeconds(i));
            row.setSince(now.minusSeconds(i));
            row.setRing(0);
            row.setDueAt(now.plusSeconds(3600 - i));
            row.setRankedAt(row.getEnteredAt());
            waiting.put(row);
        }
    }

    @AfterEach
    void clean() {
        world.db.deleteFrom(WAITING).where(WAITING.BRAND_ID.eq(brand.value())).execute();
        world.db.deleteFrom(LOAD).where(LOAD.BRAND_ID.eq(brand.value())).execute();
        world.rounds.start();
    }

    @Test
    void readsEveryQueueAndEveryoneWhoIsThere() {
        for (int i = 0; i < people; i++) {
            Access someone = world.anAgent(brand, Map.of(skills.get(i % kinds), 4, skills.get((i + 1) % kinds), 3));
            world.connections.streamOpened(someone.user());
            world.routing.setPresence(someone, PresenceState.AVAILABLE);
            if (i % 2 == 1) hasTwoMails(someone.user());
        }
        presences.renew();
        Access leader = Accesses.administrator(brand);
        long[] ofQueues = new long[times];
        long[] ofPeople = new long[times];
        long[] ofToday = new long[times];
        long[] ofOverflow = new long[times];
        for (int i = 0; i < times; i++) {
            ofQueues[i] = taken(() -> assertThat(live.queues(leader)).hasSize(kinds).allMatch(one -> one.figures().waiting() > 0));
            ofPeople[i] = taken(() -> assertThat(live.agents(leader)).hasSize(people));
            ofToday[i] = taken(() -> assertThat(live.today(leader)).hasSize(kinds));
            ofOverflow[i] = taken(() -> live.overflow(leader));
        }
        if (Boolean.getBoolean("soak")) {
            System.out.printf("soak: live page with %d queues, %d people, %,d waiting; p50 / p95 in ms: queues %s, people %s, today %s, waited too long %s%n",
                    kinds, people, contacts, said(ofQueues), said(ofPeople), said(ofToday), said(ofOverflow));
        }
    }

    private static long taken(Runnable act) {
        long begin = System.nanoTime();
        act.run();
        return System.nanoTime() - begin;
    }

    private void hasTwoMails(UserId user) {
        for (int i = 0; i < 2; i++) {
            LoadRecord row = new LoadRecord();
            row.setContactId(ContactId.next().value());
            row.setConversationId(ConversationId.next().value());
            row.setUserId(user.value());
            row.setBrandId(brand.value());
            row.setMedium("mail");
            row.setSince(clock.instant());
            world.db.insertInto(LOAD).set(row).execute();
        }
    }

    private static String said(long[] nanos) {
        Arrays.sort(nanos);
        return "%.1f / %.1f".formatted(nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 95 / 100] / 1e6);
    }
}
