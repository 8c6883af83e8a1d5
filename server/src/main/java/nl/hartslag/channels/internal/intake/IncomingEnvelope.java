package nl.hartslag.channels.internal.intake;

import java.util.List;
import java.util.Map;
import nl.hartslag.shared.BrandId;

/**
 * Something that arrived, before anything is known about it.
 *
 * @param adapter    which adapter understands it, such as {@code email}
 * @param source     where it came from; with {@code providerId} and {@code kind} the unique key
 * @param brands     the brands it was sent to; they decide who may see it
 * @param order      what shares this value is processed in order of arrival
 * @param facts      what the protocol said beside the content, as strings
 */
public record IncomingEnvelope(
        String adapter,
        String source,
        String providerId,
        String kind,
        List<BrandId> brands,
        String order,
        Map<String, Object> facts,
        Spool content) {}
