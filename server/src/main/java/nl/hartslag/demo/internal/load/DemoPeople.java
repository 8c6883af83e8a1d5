package nl.hartslag.demo.internal.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Table;
import nl.hartslag.people.People;
import nl.hartslag.people.People.NewUser;
import nl.hartslag.people.People.RoleGrant;
import nl.hartslag.people.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Skills, teams and the forty who work there. */
@Component
@Profile("demo")
public class DemoPeople {
    public static final String PASSWORD = "hartslag-demo";

    private final People people;

    DemoPeople(People people) {
        this.people = people;
    }

    void load(Company company, Cast cast) {
        for (Table.Row skill : Table.read("skills")) cast.skills.put(skill.text("key"), people.createSkill(skill.text("name")));
        for (Table.Row team : Table.read("teams")) {
            cast.teams.put(team.text("key"), people.createTeam(team.text("name"),
                    Optional.of(cast.sites.get(team.text("site"))), team.optional("partner").map(cast.partners::get)));
        }
        for (Company.Person person : company.people()) cast.people.put(person.key(), people.create(user(person, cast)));
    }

    private static NewUser user(Company.Person person, Cast cast) {
        return new NewUser(person.email(), person.name(), person.locale(), Optional.of(cast.sites.get(person.site())),
                person.partner().map(cast.partners::get), Optional.of(PASSWORD), false,
                roles(Role.of(person.role())),
                person.teams().stream().map(cast.teams::get).toList(),
                person.skills().entrySet().stream()
                        .collect(Collectors.toMap(skill -> cast.skills.get(skill.getKey()), Map.Entry::getValue)));
    }

    /** At a peak the director takes contacts too. */
    private static List<RoleGrant> roles(Role role) {
        Stream<Role> all = role == Role.DIRECTOR ? Stream.of(role, Role.HELPING_HAND) : Stream.of(role);
        return all.map(each -> new RoleGrant(each, Optional.empty())).toList();
    }
}
