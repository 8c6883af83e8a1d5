package nl.hartslag.feedback.internal.results;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.feedback.Results.Colleague;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/** Whose score somebody may look at. */
@Component
class ScoredColleagues {
    private final People people;

    ScoredColleagues(People people) {
        this.people = people;
    }

    List<Colleague> of(Access access) {
        Map<UserId, String> all = helping(access, access.within(Permission.PERSONAL_SCORES_VIEW).brands());
        Set<UserId> everywhere = helping(access, access.within(Permission.PERSONAL_SCORES_ALL).brands()).keySet();
        Map<UserId, Set<TeamId>> teams = people.teamsOf(all.keySet());
        Map<TeamId, String> names = people.teams().stream().collect(Collectors.toMap(People.Team::id, People.Team::name));
        return all.keySet().stream()
                .filter(id -> everywhere.contains(id) || !Collections.disjoint(teams.getOrDefault(id, Set.of()), access.teams()))
                .map(id -> new Colleague(id, all.get(id), teams.getOrDefault(id, Set.of()).stream().map(names::get).sorted().toList()))
                .sorted(Comparator.comparing(Colleague::name).thenComparing(one -> one.id().toString()))
                .toList();
    }

    /** Everybody but oneself who gets answers about his own work, for these brands. */
    private Map<UserId, String> helping(Access access, Set<BrandId> brands) {
        return brands.stream()
                .flatMap(brand -> people.colleaguesWho(access, brand, Permission.RESULTS_OWN).stream())
                .filter(user -> !user.id().equals(access.user()))
                .collect(Collectors.toMap(People.User::id, People.User::name, (one, same) -> one));
    }
}
