package nl.hartslag.routing.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import nl.hartslag.contacts.Priority;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.internal.rules.Medium;
import nl.hartslag.routing.internal.rules.Waiting;
import nl.hartslag.shared.ContactId;

/** What decides where something stands in line, and when that was looked at: it holds its place also once it waits no more. */
record LineMark(Instant at, Medium medium, Instant enteredAt, Priority priority, Optional<Instant> dueAt, ContactId contact) {
    private static final String NOT_DUE = "-";

    static LineMark of(Waiting waits, Instant at) {
        return new LineMark(at, waits.medium(), waits.enteredAt(), waits.priority(), waits.dueAt(), waits.contact());
    }

    Waiting waiting(Queue queue) {
        return new Waiting(contact, queue, medium, "", enteredAt, priority, dueAt, Optional.empty(), 0);
    }

    String written() {
        String text = String.join(" ", at.toString(), medium.key(), enteredAt.toString(), priority.name(), dueAt.map(Instant::toString).orElse(NOT_DUE), contact.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws Problem field {@code cursor} when it is not one of ours */
    static LineMark read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ");
            return new LineMark(
                    Instant.parse(parts[0]), Medium.of(parts[1]), Instant.parse(parts[2]), Priority.valueOf(parts[3]),
                    parts[4].equals(NOT_DUE) ? Optional.empty() : Optional.of(Instant.parse(parts[4])), ContactId.of(parts[5]));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException | java.util.NoSuchElementException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }
}
