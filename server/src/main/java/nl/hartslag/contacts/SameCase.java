package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;

/**
 * What is done with a conversation about the same order and the same reason as an open case of its customer. The order is one of the
 * customer's whose number he names; the reason is known when he chose it himself, or when it is registered.
 */
public interface SameCase {
    /** Needs to see the brand. */
    Chosen of(Access access, BrandId brand);

    /** Needs {@code organisation.configure}; audited. Refused with {@code same-case/changed} when somebody changed it after {@code version}. */
    void choose(Access access, BrandId brand, Mode mode, int version);

    @Schema(name = "SameCaseMode")
    enum Mode {
        /** Nothing is suggested. */
        OFF,
        /** Whoever answers is shown what the customer came with before, and may join it. */
        SUGGEST,
        /** It joins that case by itself, which can be taken back. */
        ATTACH
    }

    @Schema(name = "SameCase")
    record Chosen(Mode mode, int version) {}
}
