package nl.hartslag.platform.idempotency;

import java.util.Optional;
import nl.hartslag.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Marks the key in the very transaction that does the work: either both are there or neither is, whenever the node stops. A claim
 * that somebody else took up meanwhile does not commit.
 */
@Component
class Commits implements TransactionExecutionListener {
    private final ThreadLocal<Claim.@Nullable Mine> current = new ThreadLocal<>();
    private final ObjectProvider<IdempotencyKeys> keys;

    Commits(ObjectProvider<IdempotencyKeys> keys) {
        this.keys = keys;
    }

    void during(Claim.Mine claim) {
        current.set(claim);
    }

    void over() {
        current.remove();
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        Optional.ofNullable(current.get()).filter(_ -> !transaction.isReadOnly()).ifPresent(claim -> {
            if (!keys.getObject().committing(claim)) throw Problem.of("idempotency/taken-over", 409);
        });
    }
}
