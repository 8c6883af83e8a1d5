package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.LOAD;
import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.Routing.Reserve;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.routing.internal.db.tables.records.LoadRecord;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import nl.hartslag.testing.Soak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A brand in whose queues much waits, and many people for it; in a soak as many as a large contact centre has. */
@HartslagTest
@Import(RoutingWorld.class)
abstract class FullHouse {
    final int contacts = Soak.rounds(200, 5_000);
    final int people = Soak.rounds(12, 600);
    final int kinds = Soak.rounds(4, 40);
    final int times = Soak.rounds(5, 1000);

    @Autowired
    RoutingWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    WaitingContacts waiting;

    @Autowired
    Presences presences;

    BrandId brand;
    private final List<QueueId> all = new ArrayList<>();
    private final List<SkillId> skills = new ArrayList<>();

    @BeforeEach
    void aFullHouse() {
        world.rounds.stop();
        brand = world.aBrand();
        for (int i = 0; i < kinds; i++) {
            skills.add(world.aSkill());
            all.add(world.routing.createQueue(new NewQueue(
                    brand, "Queue " + i, Optional.empty(), i, 10, "push", 30, 60, Map.of(skills.get(i), 3)).with(Search.PLAIN.with(reserve(i)))));
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

    /** Every eighth queue keeps some of its people free for calls. */
    private static Reserve reserve(int queue) {
        return queue % 8 == 0 ? new Reserve(2, "call", Set.of(), 5) : Reserve.NONE;
    }

    @AfterEach
    void clean() {
        world.db.deleteFrom(WAITING).where(WAITING.BRAND_ID.eq(brand.value())).execute();
        world.db.deleteFrom(LOAD).where(LOAD.BRAND_ID.eq(brand.value())).execute();
        world.rounds.start();
    }

    /** @return the first of them; every other has two mails in hand */
    Access everyoneComes() {
        List<Access> come = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Access someone = world.anAgent(brand, Map.of(skills.get(i % kinds), 4, skills.get((i + 1) % kinds), 3));
            world.connections.streamOpened(someone.user());
            world.routing.setPresence(someone, PresenceState.AVAILABLE);
            if (i % 2 == 1) hasTwoMails(someone.user());
            come.add(someone);
        }
        presences.renew();
        // as PostgreSQL does by itself within minutes
        world.db.execute("analyze");
        return come.getFirst();
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

    /** The median and the 95th percentile, in milliseconds. */
    static String said(long[] nanos) {
        Arrays.sort(nanos);
        return "%.1f / %.1f".formatted(nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 95 / 100] / 1e6);
    }
}
