package nl.hartslag.contacts;

import java.time.Instant;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PromiseId;
import org.jspecify.annotations.Nullable;

/** @param state {@code open}, {@code late}, {@code kept}, {@code kept_late} or {@code withdrawn} */
public record PromiseView(
        PromiseId id,
        ContactId contact,
        String kind,
        Instant madeAt,
        Instant dueAt,
        boolean told,
        String state,
        @Nullable Instant settledAt) {}
