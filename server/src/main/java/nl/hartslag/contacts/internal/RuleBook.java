package nl.hartslag.contacts.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.PromiseRules.Rule;
import nl.hartslag.contacts.PromiseRules.Terms;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.PromiseRecord;
import nl.hartslag.contacts.internal.rules.Moments;
import nl.hartslag.contacts.internal.rules.RuleChoice;
import nl.hartslag.contacts.internal.rules.RuleChoice.Facts;
import nl.hartslag.customers.CustomerGroups;
import nl.hartslag.customers.CustomerGroups.Group;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Answering;
import nl.hartslag.organisation.Organisation.BusinessTime;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.QueueId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is promised to a contact. Rules are read when they are needed: a promise is never made by one that has just changed. */
@Component
class RuleBook {
    private final RuleTable table;
    private final CustomerGroups groups;
    private final Organisation organisation;

    RuleBook(RuleTable table, CustomerGroups groups, Organisation organisation) {
        this.table = table;
        this.groups = groups;
        this.organisation = organisation;
    }

    /** What holds now for these contacts and no others. */
    Now read(Collection<ContactRecord> contacts) {
        List<Rule> rules = table.of(contacts.stream().map(ContactRecord::getBrandId).collect(Collectors.toSet()));
        boolean byGroup = rules.stream().anyMatch(rule -> rule.holdsFor().group().isPresent());
        return new Now(rules, byGroup ? groups.of(contacts.stream().map(ContactRecord::getCustomerId).filter(Objects::nonNull).map(CustomerId::new).toList()) : Map.of());
    }

    Now read(ContactRecord contact) {
        return read(List.of(contact));
    }

    /** The time that a promise counts in; that of the channel when its calendar is no more. */
    BusinessTime time(PromiseRecord promise, ContactRecord contact) {
        return time(Optional.ofNullable(promise.getCalendarId()).map(CalendarId::new), contact);
    }

    /** The time that a promise by rule to this contact would count in now. */
    BusinessTime time(ContactRecord contact) {
        return time(read(contact).ruleOf(contact).flatMap(rule -> rule.terms().calendar()), contact);
    }

    private BusinessTime time(Optional<CalendarId> calendar, ContactRecord contact) {
        return calendar.flatMap(organisation::calendar).orElseGet(() -> hours(contact).time());
    }

    private Answering hours(ContactRecord contact) {
        return organisation.answering(new BrandId(contact.getBrandId()), contact.getChannel());
    }

    final class Now {
        private final List<Rule> rules;
        private final Map<CustomerId, Group> groups;

        private Now(List<Rule> rules, Map<CustomerId, Group> groups) {
            this.rules = rules;
            this.groups = groups;
        }

        /** @param first whether nobody answered in its case yet */
        Promised answer(ContactRecord contact, boolean first) {
            Optional<Rule> rule = ruleOf(contact);
            Optional<Duration> within = rule.flatMap(one -> first ? one.terms().first() : one.terms().next());
            if (within.isPresent()) return promised(rule.get(), within.get(), contact);
            Answering hours = hours(contact);
            return new Promised(null, null, hours.within(), hours.time());
        }

        Optional<Promised> solution(ContactRecord contact) {
            return ruleOf(contact).flatMap(rule -> rule.terms().solution().map(within -> promised(rule, within, contact)));
        }

        private Optional<Rule> ruleOf(ContactRecord contact) {
            return RuleChoice.choose(rules, new Facts(new BrandId(contact.getBrandId()), contact.getChannel(),
                    Optional.ofNullable(contact.getQueueId()).map(QueueId::new), Rows.state(Priority.class, contact.getPriority()),
                    Optional.ofNullable(contact.getCustomerId()).map(CustomerId::new).map(groups::get).map(Group::id)));
        }

        private Promised promised(Rule rule, Duration within, ContactRecord contact) {
            return new Promised(rule.id().value(), rule.terms(), within, time(rule.terms().calendar(), contact));
        }
    }

    /** @param rule and its terms; absent when the channel's hours say so */
    record Promised(@Nullable UUID rule, @Nullable Terms terms, Duration within, BusinessTime time) {
        /** Lets the clock of a promise run from a moment, with this much time left. */
        void run(PromiseRecord promise, Instant from, Duration left) {
            promise.setRuleId(rule);
            promise.setCalendarId(terms == null ? null : terms.calendar().map(CalendarId::value).orElse(null));
            promise.setWithinSeconds(Math.toIntExact(within.toSeconds()));
            promise.setRunsFrom(from);
            promise.setRunsSeconds(Math.toIntExact(left.toSeconds()));
            promise.setWarnAt(terms == null ? null : Moments.warn(terms, within, time, from, left).orElse(null));
        }

        Instant due(Instant from, Duration left) {
            return time.plus(from, left);
        }
    }
}
