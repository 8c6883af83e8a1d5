package nl.hartslag.routing.internal;

import java.util.Collections;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/** Whose work somebody may direct: of people of a brand where he may assign work; of a partner only its own people. */
@Component
class Directing {
    private final Agents agents;

    Directing(Agents agents) {
        this.agents = agents;
    }

    Agent directed(Access access, UserId user) {
        access.require(Permission.CONTACTS_ASSIGN);
        return agents.now(user).filter(each -> directs(access, each)).orElseThrow(() -> Problem.notFound("routing/person"));
    }

    static boolean directs(Access access, Agent agent) {
        return isSeen(access.within(Permission.CONTACTS_ASSIGN), agent);
    }

    static boolean isSeen(Access access, Agent agent) {
        return !Collections.disjoint(access.brands(), agent.brands())
                && (access.partner().isEmpty() || access.partner().equals(agent.partner()));
    }
}
