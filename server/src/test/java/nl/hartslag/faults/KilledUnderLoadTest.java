package nl.hartslag.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Random;
import nl.hartslag.platform.database.EmbeddedPostgres;
import nl.hartslag.testing.Soak;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product is killed with -9 at random moments, also while it starts, and in some rounds its database server with it, while
 * customers mail and chat and a colleague's screen follows along.
 */
class KilledUnderLoadTest {
    private static final int ROUNDS = Soak.rounds(3, 100);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(SEED);

    @TempDir
    Path folder;

    @BeforeEach
    void theDatabaseUserMayEnter() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        try (Product product = new Product(folder, "--hartslag.channels.webchat.messages-per-half-minute=100000",
                "--hartslag.channels.webchat.visitors-per-minute=100000")) {
            product.launch();
            product.awaitReady();
            Shop shop = Shop.on(product);
            try (Senders senders = new Senders(product, shop); Screen screen = new Screen(shop.administrator)) {
                for (int round = 1; round <= ROUNDS; round++) {
                    senders.awaitAcknowledged(1 + random.nextInt(40));
                    Thread.sleep(random.nextInt(300));
                    String how = kill(product);
                    product.launch();
                    if (random.nextInt(4) == 0) {
                        // PostgreSQL may be in the middle of its recovery
                        Thread.sleep(random.nextInt(4_000));
                        how += ", and again while it starts";
                        kill(product);
                        product.launch();
                    }
                    product.awaitReady();
                    System.out.printf("round %d of %d: %s; %d acknowledged so far%n", round, ROUNDS, how, senders.acknowledged());
                }
                senders.finish();
                assertThat(senders.repeats.get()).as("the kills hit nobody, so this proved nothing").isPositive();
                var books = new Books(EmbeddedPostgres.runningOn(product.data()).orElseThrow(), shop.administrator, senders);
                books.awaitQuiet();
                books.nothingLostNothingDoubled();
                books.eachChatInOrderAndInOneConversation();
                books.ledgerBalances();
                books.contactsAndAnswersOnce();
                books.nothingMissedBy(screen);
                System.out.printf("soak: killed %d times: %d mails and chat messages acknowledged, %d repeated, nothing lost, nothing doubled, ledger balances%n",
                        ROUNDS, books.customersSent(), senders.repeats.get());
                assertThat(product.terminate()).as("exit code of a stop that was asked for").isEqualTo(143);
            } catch (AssertionError | Exception failed) {
                System.out.println("To repeat: -Dseed=" + SEED + "\nThe product's last words:\n" + product.lastWords());
                throw failed;
            }
        }
    }

    /** @return how, for the log */
    private String kill(Product product) throws IOException {
        int dice = random.nextInt(3);
        Optional<Long> server = postmaster(product.data());
        if (dice == 0) server.ifPresent(KilledUnderLoadTest::killProcess);
        product.kill();
        if (dice == 1) server.ifPresent(KilledUnderLoadTest::killProcess);
        return switch (dice) {
            case 0 -> "database killed, then the application";
            case 1 -> "application killed, then the database";
            default -> "application killed";
        };
    }

    private static Optional<Long> postmaster(Path data) throws IOException {
        Path file = data.resolve("database/postmaster.pid");
        try {
            return Files.exists(file) ? Optional.of(Long.valueOf(Files.readAllLines(file).getFirst().strip())) : Optional.empty();
        } catch (java.nio.file.NoSuchFileException | java.util.NoSuchElementException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private static void killProcess(long pid) {
        ProcessHandle.of(pid).filter(process -> process.info().command().orElse("").endsWith("/postgres")).ifPresent(ProcessHandle::destroyForcibly);
    }
}
