package nl.hartslag.testing;

import static nl.hartslag.testing.Eventually.eventually;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people in one moment, of whom the first is not done when the second begins: the very moment that a race seldom hits. */
public final class Overlap {
    private Overlap() {}

    /**
     * Runs both, the first in a transaction that ends only when the other waits for it or is done.
     *
     * @return why the other was refused, if he was
     */
    public static Optional<Throwable> overlap(PlatformTransactionManager transactions, DSLContext db, Callable<?> first, Callable<?> other) throws Exception {
        CompletableFuture<Throwable> others = new TransactionTemplate(transactions).execute(_ -> {
            called(first);
            int here = db.fetchSingle("select pg_backend_pid()").get(0, Integer.class);
            CompletableFuture<Throwable> began = CompletableFuture.supplyAsync(() -> refusal(other));
            eventually(() -> began.isDone() || waitsFor(db, here));
            return began;
        });
        return Optional.ofNullable(others.get());
    }

    private static boolean waitsFor(DSLContext db, int backend) {
        return db.fetchSingle("select exists (select 1 from pg_stat_activity where datname = current_database() and ? = any (pg_blocking_pids(pid)))", backend).get(0, Boolean.class);
    }

    private static void called(Callable<?> act) {
        try {
            act.call();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    private static Throwable refusal(Callable<?> act) {
        try {
            act.call();
            return null;
        } catch (Throwable refused) {
            return refused;
        }
    }
}
