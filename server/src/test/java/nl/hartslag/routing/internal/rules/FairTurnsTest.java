package nl.hartslag.routing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.hartslag.testing.Law;
import org.junit.jupiter.api.Test;

class FairTurnsTest {
    /** Shares that add up to a hundred, and what each got until now. */
    private static final class Sharing {
        final List<Integer> percents;
        final int[] got;
        private List<Double> dues;

        Sharing(List<Integer> percents) {
            this.percents = percents;
            this.dues = Collections.nCopies(percents.size(), 0.0);
            this.got = new int[percents.size()];
        }

        int next(Set<Integer> open) {
            FairTurns.Turn turn = FairTurns.next(percents, dues, open);
            dues = turn.dues();
            got[turn.share()]++;
            return turn.share();
        }

        Set<Integer> all() {
            return new TreeSet<>(IntStream.range(0, percents.size()).boxed().toList());
        }
    }

    @Test
    void sixtyThirtyTenGoRoundInTens() {
        var sharing = new Sharing(List.of(60, 30, 10));
        for (int i = 0; i < 10; i++) sharing.next(sharing.all());
        assertThat(sharing.got).containsExactly(6, 3, 1);
        for (int i = 0; i < 990; i++) sharing.next(sharing.all());
        assertThat(sharing.got).containsExactly(600, 300, 100);
    }

    @Test
    void afterHoweverManyEachHasItsShareLessThanOneMoreOrLess() {
        Law.holds(any -> {
            var sharing = new Sharing(percents(any));
            int contacts = any.number(1, 400);
            for (int given = 1; given <= contacts; given++) {
                sharing.next(sharing.all());
                for (int share : sharing.all()) {
                    assertThat(Math.abs(sharing.got[share] - given * sharing.percents.get(share) / 100.0)).as("share %d of %s after %d", share, sharing.percents, given).isLessThan(1);
                }
            }
        });
    }

    @Test
    void thePartOfWhoIsClosedGoesToTheOthersByTheirShares() {
        var sharing = new Sharing(List.of(60, 30, 10));
        for (int i = 0; i < 90; i++) sharing.next(Set.of(0, 1));
        assertThat(sharing.got).containsExactly(60, 30, 0);
    }

    @Test
    void whoWasClosedDoesNotMakeUpForIt() {
        Law.holds(any -> {
            var sharing = new Sharing(percents(any));
            int closed = any.number(0, sharing.percents.size() - 1);
            Set<Integer> others = new TreeSet<>(sharing.all());
            others.remove(closed);
            if (others.isEmpty()) return;
            for (int i = any.number(0, 50); i > 0; i--) sharing.next(sharing.all());
            for (int i = any.number(1, 300); i > 0; i--) sharing.next(others);
            int before = sharing.got[closed];
            int after = any.number(1, 200);
            for (int i = 0; i < after; i++) sharing.next(sharing.all());
            assertThat(sharing.got[closed] - before - after * sharing.percents.get(closed) / 100.0).isBetween(-2.0, 2.0);
        });
    }

    @Test
    void howeverTheyOpenAndCloseNobodyIsEverDueMuch() {
        Law.holds(any -> {
            var sharing = new Sharing(percents(any));
            int many = sharing.percents.size();
            for (int i = any.number(1, 300); i > 0; i--) {
                Set<Integer> open = new TreeSet<>(Set.of(any.number(0, many - 1)));
                for (int share = 0; share < many; share++) if (any.number(0, 2) > 0) open.add(share);
                int turn = sharing.next(open);
                assertThat(open).contains(turn);
                assertThat(sharing.dues).allSatisfy(due -> assertThat(due).isBetween((double) -many, (double) many));
            }
        });
    }

    private static List<Integer> percents(Law.Any any) {
        List<Integer> percents = new ArrayList<>();
        int left = 100;
        for (int more = any.number(0, 5); more > 0 && left > 1; more--) {
            int part = any.number(1, left - 1);
            percents.add(part);
            left -= part;
        }
        percents.add(left);
        return percents;
    }
}
