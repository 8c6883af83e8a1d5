package nl.hartslag.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.hartslag.testing.Browser;
import nl.hartslag.testing.Browser.Answer;
import nl.hartslag.testing.Soak;
import nl.hartslag.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database is somewhere else and cannot be reached for a while: first because connections break and are refused, then because
 * nothing comes back. Senders are asked to come later, people are told, and all goes on by itself.
 */
class DatabaseAwayTest {
    private static final Duration AWAY = Duration.ofSeconds(Soak.rounds(7, 60));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void senderIsAskedToComeBackPeopleAreToldAndNothingIsLost() throws Exception {
        var database = TestDatabase.fresh().address();
        try (Wire wire = new Wire(URI.create(database.url().substring("jdbc:".length())).getPort());
                Product product = new Product(folder, Map.of("HARTSLAG_DATABASE_URL", database.url().replaceFirst(":\\d+/", ":" + wire.port() + "/"),
                        "HARTSLAG_DATABASE_USER", database.user(), "HARTSLAG_DATABASE_PASSWORD", database.password()),
                        "--hartslag.channels.webchat.messages-per-half-minute=100000", "--hartslag.channels.webchat.visitors-per-minute=100000")) {
            product.launch();
            product.awaitReady();
            Shop shop = Shop.on(product);
            try (Senders senders = new Senders(product, shop); Screen screen = new Screen(shop.administrator)) {
                for (Wire.State fault : new Wire.State[] {Wire.State.CUT, Wire.State.SILENT}) {
                    senders.awaitAcknowledged(20);
                    wire.become(fault);
                    Instant back = Instant.now().plus(AWAY);
                    peopleAreTold(shop.administrator);
                    while (Instant.now().isBefore(back)) Thread.sleep(100);
                    wire.become(Wire.State.FLOWS);
                    awaitReady(shop.administrator);
                    senders.awaitAcknowledged(20);
                }
                senders.finish();
                assertThat(senders.laters.get()).as("4xx answers of the mail receiver").isPositive();
                var books = new Books(database, shop.administrator, senders);
                books.awaitQuiet();
                books.nothingLostNothingDoubled();
                books.eachChatInOrderAndInOneConversation();
                books.ledgerBalances();
                books.contactsAndAnswersOnce();
                books.nothingMissedBy(screen);
                System.out.printf("soak: database cut off and silent for %d s each: %d mails and chat messages acknowledged, %d repeated, longest wait %d s, "
                        + "nothing lost, nothing doubled, ledger balances%n", AWAY.toSeconds(), books.customersSent(), senders.repeats.get(), senders.longestWait().toSeconds());
            } catch (AssertionError | Exception failed) {
                System.out.println("The product's last words:\n" + product.lastWords());
                throw failed;
            }
        }
    }

    private static void peopleAreTold(Browser administrator) throws Exception {
        Instant givenUp = Instant.now().plus(PATIENCE);
        Answer ready = administrator.get("/health/ready");
        while (ready.status() == 200 && Instant.now().isBefore(givenUp)) ready = administrator.get("/health/ready");
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.code()).isEqualTo("system/database-unreachable");
        assertThat(administrator.get("/health/live").status()).isEqualTo(200);
        Answer page = administrator.get("/api/organisation/brands");
        // rights are remembered for three seconds, brands longer: an answer from memory is an answer
        while (page.status() == 200 && Instant.now().isBefore(givenUp)) page = administrator.get("/api/organisation/brands");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.code()).isEqualTo("system/database-unreachable");
        assertThat(page.body().path("detail").asString("")).contains("Nothing is lost");
    }

    private static void awaitReady(Browser administrator) throws Exception {
        Instant givenUp = Instant.now().plus(PATIENCE);
        while (administrator.get("/health/ready").status() != 200) assertThat(Instant.now()).isBefore(givenUp);
    }
}
