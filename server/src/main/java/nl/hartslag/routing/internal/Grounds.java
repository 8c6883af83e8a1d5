package nl.hartslag.routing.internal;

import java.util.List;
import java.util.Map;
import nl.hartslag.routing.internal.rules.Standing;
import nl.hartslag.shared.UserId;

/**
 * On what someone was asked; kept with the offer.
 *
 * @param way    {@code contact}: the contact looked for a person; {@code person}: someone with room looked for work
 * @param others how the others stood; nobody is looked at when a person looks for work
 */
record Grounds(String way, List<Group> others) {
    /** Names beyond these help nobody. */
    private static final int NAMED = 12;

    /** @param people the first of them */
    record Group(Standing standing, int count, List<UserId> people) {
        static Group of(Standing standing, List<UserId> people) {
            return new Group(standing, people.size(), people.stream().limit(NAMED).toList());
        }
    }

    static Grounds ofContact(Map<Standing, List<UserId>> others) {
        return new Grounds("contact", groups(others));
    }

    static Grounds ofPerson() {
        return new Grounds("person", List.of());
    }

    static List<Group> groups(Map<Standing, List<UserId>> people) {
        return people.entrySet().stream().map(each -> Group.of(each.getKey(), each.getValue())).toList();
    }
}
