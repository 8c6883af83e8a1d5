package nl.hartslag.contacts;

import java.time.Instant;
import nl.hartslag.shared.SubStateId;
import org.jspecify.annotations.Nullable;

/**
 * @param caseState   what the case becomes: solved, waiting for the customer, or open
 * @param seenSeq     the last message the person had on screen
 * @param comesBackAt when a case that stays open comes back as work; nothing is left open without
 * @param subState    how the case stands within that state; none when absent
 */
public record WrapUp(
        CaseState caseState, Registration registration, int seenSeq, @Nullable Instant comesBackAt, @Nullable SubStateId subState) {
    public WrapUp(CaseState caseState, Registration registration, int seenSeq, @Nullable Instant comesBackAt) {
        this(caseState, registration, seenSeq, comesBackAt, null);
    }
}
