package nl.hartslag.contacts.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.hartslag.contacts.PromiseRules;
import nl.hartslag.contacts.internal.Moving.Cause;
import nl.hartslag.contacts.internal.rules.RuleChoice;
import nl.hartslag.customers.CustomerGroups;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Id;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PromiseRuleId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Setting up what is promised by rule. */
@Service
class PromiseRulesService implements PromiseRules {
    private static final Permission NEEDED = Permission.ORGANISATION_CONFIGURE;
    private static final Duration LONGEST = Duration.ofDays(365);
    private final RuleTable table;
    private final RuleFigures figures;
    private final RecalculatingAll recalculating;
    private final Organisation organisation;
    private final CustomerGroups groups;
    private final Audit audit;
    private final Clock clock;

    PromiseRulesService(
            RuleTable table, RuleFigures figures, RecalculatingAll recalculating, Organisation organisation,
            CustomerGroups groups, Audit audit, Clock clock) {
        this.table = table;
        this.figures = figures;
        this.recalculating = recalculating;
        this.organisation = organisation;
        this.groups = groups;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Rule> rules(Access access) {
        return table.of(readable(access).stream().map(BrandId::value).toList()).stream()
                .sorted(Comparator.comparing((Rule rule) -> rule.holdsFor().brand().value())
                        .thenComparing(RuleChoice.MOST_SPECIFIC_FIRST)
                        .thenComparing(rule -> rule.id().value()))
                .toList();
    }

    @Override
    @Transactional
    public PromiseRuleId add(Access access, NewRule rule) {
        verify(access, rule);
        PromiseRuleId id = PromiseRuleId.next();
        unlessTaken(() -> table.insert(id, rule, clock.instant()));
        changed(access, "promise-rule.added", id, rule.holdsFor().brand(), Map.of("new", facts(rule)));
        return id;
    }

    @Override
    @Transactional
    public void change(Access access, PromiseRuleId id, NewRule rule) {
        Rule before = mine(access, id);
        if (!before.holdsFor().brand().equals(rule.holdsFor().brand())) throw Problem.invalid("brand", "unknown");
        verify(access, rule);
        NewRule old = new NewRule(before.holdsFor(), before.terms());
        if (old.equals(rule)) return;
        unlessTaken(() -> table.update(id, rule));
        changed(access, "promise-rule.changed", id, rule.holdsFor().brand(), Map.of("old", facts(old), "new", facts(rule)));
    }

    @Override
    @Transactional
    public void remove(Access access, PromiseRuleId id) {
        Rule before = mine(access, id);
        if (!table.archive(id, clock.instant())) throw Problem.notFound("promise-rules");
        changed(access, "promise-rule.removed", id, before.holdsFor().brand(), Map.of("old", facts(new NewRule(before.holdsFor(), before.terms()))));
    }

    @Override
    public List<KeptByRule> kept(Access access, Instant from, Instant to) {
        return figures.kept(access, rules(access), from, to);
    }

    @Override
    public Page<Broken> broken(Access access, PromiseRuleId rule, Instant from, Instant to, @Nullable String cursor, int limit) {
        Rule read = table.find(rule).filter(found -> readable(access).contains(found.holdsFor().brand())).orElseThrow(() -> Problem.notFound("promise-rules"));
        access.require(Permission.CONTACTS_VIEW, read.holdsFor().brand());
        return figures.broken(access, rule, from, to, cursor, limit);
    }

    /** Who settles them reads them, and who of ours watches over the work. */
    private static Set<BrandId> readable(Access access) {
        if (access.partner().isPresent() || !access.may(Permission.LIVE_VIEW)) access.require(NEEDED);
        return access.partner().isPresent() ? access.within(NEEDED).brands() : access.within(NEEDED, Permission.LIVE_VIEW).brands();
    }

    private Rule mine(Access access, PromiseRuleId id) {
        access.require(NEEDED);
        return table.find(id).filter(rule -> access.within(NEEDED).brands().contains(rule.holdsFor().brand()))
                .orElseThrow(() -> Problem.notFound("promise-rules"));
    }

    private void changed(Access access, String kind, PromiseRuleId id, BrandId brand, Map<String, ?> detail) {
        audit.record(access, kind, "promise-rule", id.toString(), Optional.of(brand), detail);
        recalculating.begin(Optional.of(brand), new Cause("rule", null, access.user(), access.name(), clock.instant()));
    }

    private void verify(Access access, NewRule rule) {
        access.require(NEEDED);
        if (!access.within(NEEDED).brands().contains(rule.holdsFor().brand())) throw Problem.invalid("brand", "unknown");
        Terms terms = rule.terms();
        FieldErrors errors = new FieldErrors();
        time(errors, "firstSeconds", terms.first());
        time(errors, "nextSeconds", terms.next());
        time(errors, "solutionSeconds", terms.solution());
        time(errors, "warnSeconds", terms.warnBefore());
        rule.holdsFor().group().ifPresent(group -> errors.check(
                groups.groups(access).stream().anyMatch(one -> one.id().equals(group) && one.brand().equals(rule.holdsFor().brand())), "group", "unknown"));
        errors.check(Stream.of(terms.first(), terms.next(), terms.solution()).anyMatch(Optional::isPresent), "firstSeconds", "required")
                .check(terms.warnBefore().isEmpty() || terms.warnPercent().isEmpty(), "warnPercent", "one-of-two")
                .check(terms.calendar().isEmpty() || organisation.calendar(terms.calendar().get()).isPresent(), "calendar", "unknown");
        terms.warnPercent().ifPresent(percent -> errors.range("warnPercent", percent, 1, 99));
        errors.verify();
    }

    private static void time(FieldErrors errors, String field, Optional<Duration> time) {
        time.ifPresent(one -> errors.range(field, one.toSeconds(), 1, LONGEST.toSeconds()));
    }

    private static void unlessTaken(Runnable statement) {
        try {
            statement.run();
        } catch (DuplicateKeyException taken) {
            throw Problem.of("promise-rules/taken", 409);
        }
    }

    /** What is absent is left out. */
    private static Map<String, Object> facts(NewRule rule) {
        Map<String, Object> facts = new LinkedHashMap<>();
        rule.holdsFor().channel().ifPresent(one -> facts.put("channel", one));
        rule.holdsFor().queue().map(Id::toString).ifPresent(one -> facts.put("queue", one));
        rule.holdsFor().priority().map(Rows::column).ifPresent(one -> facts.put("priority", one));
        rule.holdsFor().group().map(Id::toString).ifPresent(one -> facts.put("group", one));
        rule.terms().first().ifPresent(one -> facts.put("firstSeconds", one.toSeconds()));
        rule.terms().next().ifPresent(one -> facts.put("nextSeconds", one.toSeconds()));
        rule.terms().solution().ifPresent(one -> facts.put("solutionSeconds", one.toSeconds()));
        rule.terms().warnBefore().ifPresent(one -> facts.put("warnSeconds", one.toSeconds()));
        rule.terms().warnPercent().ifPresent(one -> facts.put("warnPercent", one));
        rule.terms().calendar().map(Id::toString).ifPresent(one -> facts.put("calendar", one));
        return facts;
    }
}
