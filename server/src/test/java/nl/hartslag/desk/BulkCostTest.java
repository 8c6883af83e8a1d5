package nl.hartslag.desk;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Priority;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.desk.BulkWork.Change;
import nl.hartslag.desk.BulkWork.Count;
import nl.hartslag.desk.BulkWork.ItemState;
import nl.hartslag.desk.BulkWork.Selection;
import nl.hartslag.desk.BulkWork.State;
import nl.hartslag.desk.BulkWork.Work;
import nl.hartslag.desk.DeskList.View;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.BrandDraft;
import nl.hartslag.people.People;
import nl.hartslag.people.Role;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.BrandId;
import nl.hartslag.testing.Accesses;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Changes everything of a long list while a colleague works from it; a soak says what that costs. */
@HartslagTest
class BulkCostTest {
    private static final boolean SOAK = Boolean.getBoolean("soak");
    private static final int MANY = SOAK ? BulkWork.MOST : 30;
    private static final int TOGETHER = 200;
    @Autowired BulkWork bulk;
    @Autowired Desk desk;
    @Autowired Contacts contacts;
    @Autowired Customers customers;
    @Autowired OrganisationSettings settings;
    @Autowired People people;
    @Autowired Routing routing;

    @Test
    void changesAllOfALongListAndPutsItBack() {
        BrandId brand = settings.createBrand(Accesses.administrator(),
                new BrandDraft("c" + UUID.randomUUID().toString().substring(0, 12), "Merk", "#9c2f58", "nl", "Europe/Amsterdam", false, "Groet", "Regards"));
        routing.addRule(brand, Optional.empty(), Optional.empty(), Optional.empty(),
                routing.createQueue(new Routing.NewQueue(brand, "Vragen", Optional.empty(), 50, 10, "pull", 30, 60, Map.of())));
        Access leader = people.access(people.create(new People.NewUser(UUID.randomUUID() + "@desk.example", "Ties Bos", "nl", Optional.empty(), Optional.empty(), Optional.empty(),
                false, List.of(new People.RoleGrant(Role.TEAM_LEADER, Optional.of(brand))), List.of(), Map.of()))).orElseThrow();
        for (int from = 0; from < MANY; from += TOGETHER) {
            contacts.start(IntStream.range(from, Math.min(MANY, from + TOGETHER)).mapToObj(at -> letter(brand, at)).toList());
        }
        Selection all = new Selection(Set.of(), new DeskList(View.ALL, Optional.empty()), Set.of());
        Timed<Work> looked = timed(() -> bulk.prepare(leader, all, new Change(Priority.HIGH, null, null)));
        assertThat(looked.result().counts()).containsExactly(new Count(ItemState.TO_DO, MANY));
        List<Duration> lists = Collections.synchronizedList(new ArrayList<>());
        Timed<Work> done = timed(() -> {
            bulk.start(leader, looked.result().id());
            return read(leader, looked.result(), State.DONE, lists);
        });
        assertThat(done.result().counts()).containsExactly(new Count(ItemState.DONE, MANY));
        Timed<Work> back = timed(() -> {
            bulk.takeBack(leader, looked.result().id());
            return read(leader, looked.result(), State.TAKEN_BACK, lists);
        });
        assertThat(back.result().counts()).containsExactly(new Count(ItemState.TAKEN_BACK, MANY));
        List<Duration> sorted = lists.stream().sorted().toList();
        if (SOAK) {
            System.out.printf("soak: %,d conversations at once: looked at in %d ms, changed in %d s, put back in %d s; a list read meanwhile p50 %d ms, p95 %d ms%n", MANY,
                    looked.took().toMillis(), done.took().toSeconds(), back.took().toSeconds(), sorted.get(sorted.size() / 2).toMillis(), sorted.get(sorted.size() * 95 / 100).toMillis());
        }
    }

    private Work read(Access access, Work work, State until, List<Duration> lists) {
        return eventually(() -> {
            lists.add(timed(() -> desk.list(access, new DeskList(View.WAITING, Optional.empty()), null, 50)).took());
            return bulk.work(access, work.id());
        }, now -> now.state() == until);
    }

    private InboundMessage letter(BrandId brand, int at) {
        var customer = customers.recognise(brand, IdentityKind.EMAIL, at + "." + UUID.randomUUID() + "@post.example", "Klant " + at, "nl");
        return new InboundMessage(Optional.empty(), brand, customer.id(), "Klant " + at, "letter", "mail", null, null, null, null, UUID.randomUUID().toString(),
                Instant.now(), "Brief " + at, "nl", "Kunt u mij helpen?", null, null, null, false, false, true, Optional.empty(), List.of(), List.of());
    }

    private static <T> Timed<T> timed(Supplier<T> work) {
        long begin = System.nanoTime();
        T result = work.get();
        return new Timed<>(result, Duration.ofNanos(System.nanoTime() - begin));
    }

    private record Timed<T>(T result, Duration took) {}
}
