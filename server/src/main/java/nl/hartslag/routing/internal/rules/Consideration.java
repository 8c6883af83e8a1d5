package nl.hartslag.routing.internal.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.hartslag.routing.internal.rules.Asking.Refusal;
import nl.hartslag.shared.UserId;

/**
 * How everyone who is there stands with one waiting contact. Whom to ask and why the others were not asked come from this
 * same look, so that an explanation cannot differ from the decision.
 */
public final class Consideration {
    private final Waiting wanted;
    private final List<Considered> all;
    private final Reserves reserves;

    private Consideration(Waiting wanted, List<Considered> all, Reserves reserves) {
        this.wanted = wanted;
        this.all = all;
        this.reserves = reserves;
    }

    public record Considered(Candidate candidate, Standing standing) {
        UserId user() {
            return candidate.agent().user();
        }
    }

    /** What became of earlier questions. @param refusals of this contact, the newest first @param lastAskedRefused see {@link Asking} */
    public record Answers(List<Refusal> refusals, boolean lastAskedRefused) {
        public static final Answers NONE = new Answers(List.of(), false);
    }

    /**
     * @param here   who is there, of whatever brand; those of another brand have nothing to do with it
     * @param opened whether its channel is open where this person works
     */
    public static Consideration of(
            Waiting wanted, List<Candidate> here, Reserves reserves, Predicate<Agent> opened, Answers answers, Instant now) {
        List<Considered> all = new ArrayList<>();
        List<Candidate> fitting = new ArrayList<>();
        for (Candidate candidate : here) {
            Agent agent = candidate.agent();
            if (!agent.brands().contains(wanted.queue().brand())) continue;
            if (wanted.preferred().filter(person -> !person.equals(agent.user())).isPresent()) continue;
            if (!wanted.isFor(agent)) all.add(new Considered(candidate, misses(agent, wanted)));
            else if (!candidate.available()) all.add(new Considered(candidate, Standing.AWAY));
            else if (!opened.test(agent)) all.add(new Considered(candidate, Standing.CLOSED));
            else fitting.add(candidate);
        }
        Map<Boolean, List<Candidate>> lent = fitting.stream().collect(Collectors.partitioningBy(candidate -> reserves.lent(candidate, now).allows(wanted)));
        lent.get(false).forEach(candidate -> all.add(new Considered(candidate, Standing.RESERVED)));
        boolean othersFirst = answers.lastAskedRefused() && lent.get(true).size() > 1;
        for (Candidate candidate : lent.get(true)) {
            all.add(new Considered(candidate, Asking.standing(candidate, wanted.medium(), answers.refusals(), othersFirst, now)));
        }
        return new Consideration(wanted, all, reserves);
    }

    private static Standing misses(Agent agent, Waiting wanted) {
        Optional<Reach> reach = agent.reach(wanted.queue());
        if (reach.isPresent()) return wanted.isTurnOf(reach.get()) ? Standing.LATER : Standing.TURN;
        return agent.mayBeGiven(wanted.queue()) && agent.isOf(wanted.queue()) ? Standing.SKILLS : Standing.COMPANY;
    }

    /** Whom to ask, in order. */
    public List<Candidate> order() {
        return all.stream()
                .filter(each -> each.standing() == Standing.FREE)
                .map(Considered::candidate)
                .sorted(Candidate.bestFirst(wanted.queue(), candidate -> reserves.wouldMiss(candidate, wanted)))
                .toList();
    }

    /** Everyone but this person, by how they stand. */
    public Map<Standing, List<UserId>> others(UserId but) {
        Map<Standing, List<UserId>> others = new EnumMap<>(Standing.class);
        all.stream()
                .filter(each -> !each.user().equals(but))
                .sorted(Comparator.comparing(each -> each.user().value()))
                .forEach(each -> others.computeIfAbsent(each.standing(), _ -> new ArrayList<>()).add(each.user()));
        return others;
    }

    /** Everyone, by how they stand. */
    public Map<Standing, List<UserId>> everyone() {
        Map<Standing, List<UserId>> everyone = new EnumMap<>(Standing.class);
        all.forEach(each -> everyone.computeIfAbsent(each.standing(), _ -> new ArrayList<>()).add(each.user()));
        return everyone;
    }
}
