package nl.hartslag.feedback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.GestureId;
import org.jspecify.annotations.Nullable;

/** What the customer said last before a gesture and first after it: kept for later analysis, side by side and without a claim. */
public interface GestureEffects {
    /** Of a gesture that one sees; otherwise {@code gestures/not-found}. */
    Effect of(Access access, GestureId gesture);

    /** @param same the same for all customers to whom the same was given */
    @Schema(name = "GestureEffect")
    record Effect(@Nullable ScoreAt before, @Nullable ScoreAt after, OfSame same) {}

    @Schema(name = "ScoreAt")
    record ScoreAt(int score, Instant at) {}

    /**
     * @param n      how often the same was given to a customer who answered before and after
     * @param before mean of their scores; absent below ten
     */
    @Schema(name = "EffectOfSameGesture")
    record OfSame(int n, @Nullable Double before, @Nullable Double after) {}
}
