package nl.hartslag.demo.internal.load;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.PromiseRules;
import nl.hartslag.contacts.PromiseRules.For;
import nl.hartslag.contacts.PromiseRules.NewRule;
import nl.hartslag.contacts.PromiseRules.Terms;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Table;
import nl.hartslag.feedback.AskingRule;
import nl.hartslag.feedback.Feedback;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.SkillId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Queues with the skills they need, which contact comes into which, what is promised in them, and how often their customers are asked. */
@Component
@Profile("demo")
class DemoQueues {
    private final Routing routing;
    private final PromiseRules promises;
    private final Feedback feedback;

    DemoQueues(Routing routing, PromiseRules promises, Feedback feedback) {
        this.routing = routing;
        this.promises = promises;
        this.feedback = feedback;
    }

    void load(Company company, Cast cast) {
        for (Company.Queue queue : company.queues()) {
            cast.queues.put(queue.key(), routing.createQueue(new Routing.NewQueue(cast.brands.get(queue.brand()), queue.name(),
                    queue.partner().map(cast.partners::get), queue.priority(), queue.ageingMinutes(), queue.mode(),
                    queue.offerSeconds(), queue.overflowMinutes(),
                    skills(cast, queue.skills()), false, queue.inTurn(), search(cast, queue))));
        }
        for (Table.Row rule : Table.read("queue-rules")) {
            routing.addRule(cast.brands.get(rule.text("brand")), rule.optional("channel"),
                    rule.optional("reason").map(reason -> cast.reason(rule.text("brand"), reason)), Optional.empty(),
                    cast.queues.get(rule.text("queue")));
        }
        for (Table.Row rule : Table.read("promise-rules")) promises.add(DemoAccess.of(cast), promised(rule, cast));
        for (Table.Row rule : Table.read("asking")) {
            feedback.askBy(new AskingRule(cast.brands.get(rule.text("brand")), rule.optional("queue").map(cast.queues::get),
                    rule.number("oneIn"), rule.number("delayMinutes"), rule.number("quarantineDays"), Optional.empty()));
        }
    }

    private static NewRule promised(Table.Row rule, Cast cast) {
        return new NewRule(
                new For(cast.brands.get(rule.text("brand")), rule.optional("channel"), rule.optional("queue").map(cast.queues::get),
                        rule.optional("priority").map(Priority::valueOf), Optional.empty()),
                new Terms(minutes(rule, "firstMinutes"), minutes(rule, "nextMinutes"),
                        rule.optional("solutionHours").map(hours -> Duration.ofHours(Long.parseLong(hours))), Optional.empty(),
                        rule.optional("warnPercent").map(Integer::valueOf), rule.optional("calendar").map(cast.calendars::get)));
    }

    private static Optional<Duration> minutes(Table.Row rule, String column) {
        return rule.optional(column).map(minutes -> Duration.ofMinutes(Long.parseLong(minutes)));
    }

    private static Map<SkillId, Integer> skills(Cast cast, Map<String, Integer> levels) {
        return levels.entrySet().stream().collect(Collectors.toMap(skill -> cast.skills.get(skill.getKey()), Map.Entry::getValue));
    }

    private static Routing.Search search(Cast cast, Company.Queue queue) {
        return new Routing.Search(skills(cast, queue.rather()), queue.knowsCaseMinutes(), queue.rings().stream()
                .map(ring -> new Routing.Ring(
                        ring.afterMinutes(), skills(cast, ring.skills()),
                        ring.partner().map(cast.partners::get).stream().collect(Collectors.toSet()), false))
                .toList(), new Routing.Sharing(queue.shares().stream()
                .map(share -> new Routing.Share(share.partner().map(cast.partners::get), share.site().map(cast.sites::get), share.percent()))
                .toList(), 15), queue.free()
                .map(free -> new Routing.Reserve(free.people(), free.medium(), Set.of(), free.lentMinutes()))
                .orElse(Routing.Reserve.NONE));
    }
}
