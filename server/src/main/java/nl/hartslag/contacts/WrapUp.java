package nl.hartslag.contacts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param caseState   what the case becomes: solved, waiting for the customer, or open
 * @param seenSeq     the last message the person had on screen
 * @param comesBackAt when a case that stays open comes back as work; nothing is left open without
 */
public record WrapUp(CaseState caseState, Registration registration, int seenSeq, @Nullable Instant comesBackAt) {}
