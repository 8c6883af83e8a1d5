package nl.hartslag.feedback.internal.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import nl.hartslag.testing.Law;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static final Instant SOLVED = Instant.parse("2026-11-02T10:00:00Z");

    @Test
    void aDrawIsAlwaysTheSameAndLiesInItsRange() {
        Law.holds(any -> {
            long seed = any.number();
            UUID caseId = new UUID(any.number(), any.number());
            double draw = Draw.of(seed, caseId, SOLVED);
            assertThat(draw).isGreaterThanOrEqualTo(0).isLessThan(1).isEqualTo(Draw.of(seed, caseId, SOLVED));
        });
    }

    /** 2,400 cases at one in ten give 193 to 290 in 99.9 % of runs, so of 400 runs nearly all must. */
    @Test
    void drawsAsManyAsTheBinomialLawAllows() {
        Law.holds(3, any -> {
            long firstSeed = any.number();
            int outside = 0;
            for (int run = 0; run < 400; run++) {
                int drawn = 0;
                for (int i = 0; i < 2_400; i++) {
                    if (Draw.of(firstSeed + run, new UUID(run, i), SOLVED) < 0.1) drawn++;
                }
                if (drawn < 193 || drawn > 290) outside++;
            }
            assertThat(outside).isLessThanOrEqualTo(5);
        });
    }
}
