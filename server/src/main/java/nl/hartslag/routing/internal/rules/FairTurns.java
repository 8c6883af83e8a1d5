package nl.hartslag.routing.internal.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Whose turn it is among those who share a queue. With each contact everyone who is open is due his part of a turn more; of
 * those who are due enough, he gets it who would soonest be due too much (Tijdeman, <i>The chairman assignment problem</i>,
 * 1980). So whoever is always open differs from his share by less than one contact, after however many. Whoever is closed is
 * due nothing meanwhile: his part goes to the others, and is not made up for.
 */
public final class FairTurns {
    private FairTurns() {}

    /**
     * @param share which of the shares it is, from 0
     * @param dues  what each is due after it
     */
    public record Turn(int share, List<Double> dues) {}

    /**
     * @param percents the shares
     * @param dues     what each was due until now, in turns; negative for who had more than his part
     * @param open     which of them may have a turn, at least one
     */
    public static Turn next(List<Integer> percents, List<Double> dues, Set<Integer> open) {
        double whole = open.stream().mapToInt(percents::get).sum();
        List<Double> after = new ArrayList<>(dues);
        open.forEach(share -> after.set(share, dues.get(share) + percents.get(share) / whole));
        double enough = open.size() == 1 ? 0 : 1.0 / (2 * open.size() - 2);
        int turn = open.stream()
                .min(Comparator.comparing((Integer share) -> after.get(share) < enough)
                        .thenComparingDouble(share -> (1 - enough - after.get(share)) * whole / percents.get(share))
                        .thenComparing(share -> share))
                .orElseThrow();
        after.set(turn, after.get(turn) - 1);
        return new Turn(turn, after);
    }
}
