package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import nl.hartslag.contacts.OutboundChannel;
import nl.hartslag.contacts.OutboundChannel.Outcome;
import nl.hartslag.contacts.OutboundChannel.OutboundMessage;
import nl.hartslag.customers.internal.erasing.Plants.Planted;
import nl.hartslag.platform.privacy.Perishable;
import nl.hartslag.platform.privacy.Perishable.Kept;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.TimerHandler.DueTimer;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of a mail where no relay is set never outlives what was said in it. */
@HartslagTest
@Import(Plants.class)
class LeavesWhileErasedTest {
    @Autowired List<OutboundChannel> channels;
    @Autowired List<Perishable> kinds;
    @Autowired List<TimerHandler> timers;
    @Autowired Plants plants;
    @Autowired DSLContext db;
    @Autowired MovableClock clock;
    @Autowired TransactionTemplate transactions;
    private BrandId brand;
    private Planted bo;
    private OutboundMessage answer;

    @BeforeEach
    void anAnswerThatLeaves() {
        brand = plants.aBrand();
        bo = plants.everywhere(brand, plants.anAgent(brand));
        UUID message = db.fetchSingle("delete from channels.captured_mail where brand_id = ? returning message_id", brand.value()).get(0, UUID.class);
        answer = new OutboundMessage(new MessageId(message), bo.first().conversation(), brand, null, "Re", "nl", "Noor", "Hallo", null, "conversation", false, null,
                List.of(bo.address()), List.of(), List.of(), List.of(), List.of(), null);
        clock.advance(Duration.ofDays(400));
    }

    @Test
    void isNotKeptAfterItsConversationWasErased() {
        assertThat(erase()).isEqualTo(1);
        assertThat(send()).isInstanceOf(Outcome.Sent.class);
        assertThat(kept()).isZero();
    }

    @Test
    void goesWithItsConversationThatIsErasedInThatVeryMoment() {
        AtomicReference<CompletableFuture<Integer>> erasing = new AtomicReference<>();
        transactions.executeWithoutResult(_ -> {
            send();
            erasing.set(CompletableFuture.supplyAsync(this::erase));
            eventually(() -> db.fetchSingle("select count(*) from pg_locks where not granted and locktype = 'transactionid'").get(0, Integer.class) > 0);
        });
        assertThat(erasing.get().join()).isEqualTo(1);
        assertThat(kept()).isZero();
    }

    @Test
    void whatWasKeptBeforeGetsItsConversationOrGoesWhenThatWasErased() {
        send();
        db.execute("update channels.captured_mail set conversation_id = null where brand_id = ?", brand.value());
        plants.row("channels.captured_mail (id, message_id, brand_id, sender, recipients, subject, purpose, blob_hash, size, captured_at)", UUID.randomUUID(), brand.value(), "us@inbox.example",
                new String[] {"els@home.example"}, "Weg", "conversation", "gone", 7, clock.instant());
        TimerHandler before = timers.stream().filter(one -> one.kind().equals("channels.left-before")).findFirst().orElseThrow();
        transactions.executeWithoutResult(_ -> before.fire(new DueTimer("channels.left-before", "all", clock.instant(), Map.of())));
        assertThat(db.fetch("select conversation_id from channels.captured_mail where brand_id = ?", brand.value()).getValues(0, UUID.class))
                .containsExactly(bo.first().conversation().value());
    }

    private Outcome send() {
        return channels.stream().filter(one -> one.sendsMailOf(brand)).findFirst().orElseThrow().send(answer);
    }

    private int erase() {
        Kept kept = new Kept(brand, Optional.empty(), Set.of(), clock.instant().minus(Duration.ofDays(365)));
        Perishable content = kinds.stream().filter(one -> one.kind().equals("content")).findFirst().orElseThrow();
        return transactions.execute(_ -> content.take(kept, 25));
    }

    private int kept() {
        return db.fetchSingle("select count(*) from channels.captured_mail where brand_id = ?", brand.value()).get(0, Integer.class);
    }
}
