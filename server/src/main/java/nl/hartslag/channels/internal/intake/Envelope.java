package nl.hartslag.channels.internal.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.EnvelopeId;

/**
 * A stored envelope that is to be processed.
 *
 * @param lane in which what shares an order keeps it
 */
public record Envelope(EnvelopeId id, String adapter, String source, String kind, List<BrandId> brands, String blobHash,
                       Map<String, Object> facts, short lane, int attempts, Instant receivedAt) {

    public String fact(String name) {
        return facts.get(name) instanceof String value ? value : "";
    }

    /** A fact that is a list of strings. */
    public List<String> facts(String name) {
        return facts.get(name) instanceof List<?> values ? values.stream().map(String::valueOf).toList() : List.of();
    }
}
