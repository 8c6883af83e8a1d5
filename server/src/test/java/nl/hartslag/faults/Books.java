package nl.hartslag.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.hartslag.testing.Browser;
import nl.hartslag.platform.database.DatabaseAddress;
import nl.hartslag.testing.TestDatabase;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;

/** What is there in the end, counted against what was acknowledged. */
final class Books {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private final DSLContext db;
    private final Browser administrator;
    private final Senders senders;

    Books(DatabaseAddress database, Browser administrator, Senders senders) {
        this.db = new TestDatabase(database).jooq();
        this.administrator = administrator;
        this.senders = senders;
    }

    /** Waits until all that came in is placed and all that must leave has left. */
    void awaitQuiet() throws Exception {
        Instant givenUp = Instant.now().plus(PATIENCE);
        while (count("channels.envelope where state = 'waiting'") > 0 || count("contacts.outbox where state in ('pending', 'sending')") > 0
                || count("platform.live_pending") > 0) {
            assertThat(Instant.now()).as("still waiting: " + db.fetch("select adapter, state, set_aside, detail, count(*) from channels.envelope group by 1, 2, 3, 4")
                    + "\n" + db.fetch("select state, error, count(*) from contacts.outbox group by 1, 2")).isBefore(givenUp);
            Thread.sleep(50);
        }
    }

    void nothingLostNothingDoubled() {
        assertThat(senders.surprises).as("answers no client should hear").isEmpty();
        List<String> arrived = texts("select text from contacts.message where direction = 'in' order by at, id");
        List<String> sent = Stream.concat(senders.mails.stream(), senders.chats.stream().flatMap(List::stream)).sorted().toList();
        assertThat(arrived.stream().map(String::strip).sorted().toList()).as("what arrived against what was acknowledged").isEqualTo(sent);
    }

    void eachChatInOrderAndInOneConversation() {
        for (List<String> said : senders.chats) {
            List<String> there = texts("select text from contacts.message where direction = 'in' and conversation_id = "
                    + "(select conversation_id from contacts.message where text = '" + said.getFirst() + "') order by seq");
            assertThat(there).isEqualTo(said);
        }
    }

    /** Received = placed + refused + waiting, by the ledger people see, and every count is what the customers know. */
    void ledgerBalances() throws Exception {
        long received = 0;
        long placed = 0;
        for (JsonNode hour : administrator.get("/api/intake/hours").body()) {
            received += hour.path("received").asLong();
            placed += hour.path("placed").asLong();
            assertThat(hour.path("received").asLong())
                    .isEqualTo(hour.path("placed").asLong() + hour.path("refused").asLong() + hour.path("waiting").asLong());
        }
        assertThat(received).isEqualTo(customersSent());
        assertThat(placed).isEqualTo(customersSent());
    }

    long customersSent() {
        return senders.mails.size() + senders.chats.stream().mapToLong(List::size).sum();
    }

    /** One contact for each conversation, in the hands of nobody, and one acknowledgement for each mail. */
    void contactsAndAnswersOnce() {
        assertThat(count("contacts.contact")).isEqualTo(count("contacts.conversation"));
        assertThat(count("contacts.conversation")).isEqualTo(senders.mails.size() + senders.chats.size());
        assertThat(count("channels.captured_mail")).isEqualTo(senders.mails.size());
        assertThat(count("contacts.outbox where state <> 'sent'")).isZero();
        assertThat(count("(select recipients from channels.captured_mail group by 1 having count(*) > 1) twice")).isZero();
    }

    /** The screen saw every piece of news once and in order, over all its reconnections. */
    void nothingMissedBy(Screen screen) throws InterruptedException {
        long last = db.fetchSingle("select coalesce(max(position), 0)::bigint from platform.live_log").into(Long.class);
        Instant givenUp = Instant.now().plus(PATIENCE);
        while ((screen.seen().isEmpty() || screen.seen().getLast() < last) && Instant.now().isBefore(givenUp)) Thread.sleep(20);
        List<Long> seen = screen.seen();
        assertThat(screen.stale()).as("times it was told to load anew").isZero();
        assertThat(seen).isNotEmpty().isEqualTo(db.fetch("select position from platform.live_log where position between {0} and {1} order by position",
                org.jooq.impl.DSL.val(seen.getFirst()), org.jooq.impl.DSL.val(last)).getValues(0, Long.class));
    }

    private long count(String from) {
        return db.fetchSingle("select count(*) from " + from).into(Long.class);
    }

    private List<String> texts(String sql) {
        return db.fetch(sql).getValues(0, String.class);
    }
}
