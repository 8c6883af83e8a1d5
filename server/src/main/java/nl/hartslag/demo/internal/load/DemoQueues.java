package nl.hartslag.demo.internal.load;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Table;
import nl.hartslag.feedback.AskingRule;
import nl.hartslag.feedback.Feedback;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.SkillId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Queues with the skills they need, which contact comes into which, and how often their customers are asked. */
@Component
@Profile("demo")
class DemoQueues {
    private final Routing routing;
    private final Feedback feedback;

    DemoQueues(Routing routing, Feedback feedback) {
        this.routing = routing;
        this.feedback = feedback;
    }

    void load(Company company, Cast cast) {
        for (Company.Queue queue : company.queues()) {
            cast.queues.put(queue.key(), routing.createQueue(new Routing.NewQueue(cast.brands.get(queue.brand()), queue.name(),
                    queue.partner().map(cast.partners::get), queue.priority(), queue.ageingMinutes(), queue.mode(),
                    queue.offerSeconds(), queue.overflowMinutes(),
                    skills(cast, queue.skills()), false, search(cast, queue))));
        }
        for (Table.Row rule : Table.read("queue-rules")) {
            routing.addRule(cast.brands.get(rule.text("brand")), rule.optional("channel"),
                    rule.optional("reason").map(reason -> cast.reason(rule.text("brand"), reason)), Optional.empty(),
                    cast.queues.get(rule.text("queue")));
        }
        for (Table.Row rule : Table.read("asking")) {
            feedback.askBy(new AskingRule(cast.brands.get(rule.text("brand")), rule.optional("queue").map(cast.queues::get),
                    rule.number("oneIn"), rule.number("delayMinutes"), rule.number("quarantineDays"), Optional.empty()));
        }
    }

    private static Map<SkillId, Integer> skills(Cast cast, Map<String, Integer> levels) {
        return levels.entrySet().stream().collect(Collectors.toMap(skill -> cast.skills.get(skill.getKey()), Map.Entry::getValue));
    }

    private static Routing.Search search(Cast cast, Company.Queue queue) {
        return new Routing.Search(skills(cast, queue.rather()), queue.knowsCaseMinutes(), queue.rings().stream()
                .map(ring -> new Routing.Ring(
                        ring.afterMinutes(), skills(cast, ring.skills()),
                        ring.partner().map(cast.partners::get).stream().collect(Collectors.toSet()), false))
                .toList());
    }
}
