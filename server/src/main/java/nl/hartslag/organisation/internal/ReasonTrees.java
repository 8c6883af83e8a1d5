package nl.hartslag.organisation.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.organisation.OrganisationSettings.ReasonRow;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;

/** What can be said of reasons as a tree. */
final class ReasonTrees {
    private ReasonTrees() {}

    /** Parents before children; otherwise as they came. */
    static List<ReasonRow> ordered(List<ReasonRow> reasons) {
        List<ReasonRow> left = reasons;
        List<ReasonRow> ordered = new ArrayList<>(left.size());
        Set<ReasonId> placed = new HashSet<>();
        while (!left.isEmpty()) {
            List<ReasonRow> level = left.stream()
                    .filter(row -> row.parent().isEmpty() || placed.contains(row.parent().get()))
                    .toList();
            ordered.addAll(level);
            level.forEach(row -> placed.add(row.id()));
            left = left.stream().filter(row -> !placed.contains(row.id())).toList();
        }
        return ordered;
    }

    /** How many levels stand from the top to this reason; none for the top itself. */
    static int depth(List<ReasonRow> tree, @Nullable ReasonId reason) {
        if (reason == null) return 0;
        ReasonRow row = tree.stream()
                .filter(each -> each.id().equals(reason))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("parent", "unknown"));
        return 1 + depth(tree, row.parent().orElse(null));
    }

    /** How many levels a reason and what is under it take. */
    static int height(List<ReasonRow> tree, ReasonId reason) {
        return 1 + children(tree, reason).stream().mapToInt(child -> height(tree, child)).max().orElse(0);
    }

    static Set<ReasonId> below(List<ReasonRow> tree, ReasonId reason) {
        Set<ReasonId> below = new HashSet<>();
        for (ReasonId child : children(tree, reason)) {
            below.add(child);
            below.addAll(below(tree, child));
        }
        return below;
    }

    private static List<ReasonId> children(List<ReasonRow> tree, ReasonId reason) {
        return tree.stream()
                .filter(row -> row.parent().equals(Optional.of(reason)))
                .map(ReasonRow::id)
                .toList();
    }
}
