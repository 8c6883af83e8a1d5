package nl.hartslag.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Timeline.Amount;
import nl.hartslag.customers.Timeline.Moment;
import nl.hartslag.customers.Timeline.Other;
import nl.hartslag.customers.Timeline.Place;
import nl.hartslag.customers.Timeline.What;
import nl.hartslag.platform.security.Access;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What one module tells of a customer. It reads by an index that begins with the customer, and never more than it is asked for. */
public interface TimelineSource {
    /** What it knows of; each is told by one source. */
    Set<What> tells();

    /** The newest of one kind that this person may read; none when he may read none. The customer himself he may see. */
    List<Told> newest(Access access, What what, Asked asked);

    /** @param cards all of the person, the head first @param after where the page before ended */
    record Asked(Customer customer, List<UUID> cards, Optional<String> text, @Nullable After after, int limit) {
        public Asked {
            cards = List.copyOf(cards);
        }

        /** What stands after the page before, for a source that sorts by moment and id, both descending. */
        public Condition older(What what, Field<Instant> at, Field<UUID> id) {
            if (after == null) return DSL.noCondition();
            int order = Integer.compare(what.ordinal(), after.what().ordinal());
            if (order < 0) return at.le(after.at());
            return order > 0 ? at.lt(after.at()) : DSL.row(at, id).lt(after.at(), after.id());
        }

        /** Whether one of these contains what is sought. */
        @SafeVarargs
        public final Condition says(Field<String>... texts) {
            return text.map(sought -> {
                Condition found = DSL.falseCondition();
                for (Field<String> one : texts) found = found.or(one.containsIgnoreCase(sought));
                return found;
            }).orElseGet(DSL::noCondition);
        }

        /** @param number as people type it, perhaps with a # before it */
        public Condition saysNumber(Field<Long> number) {
            return text.map(sought -> sought.startsWith("#") ? sought.substring(1) : sought)
                    .filter(sought -> sought.matches("\\d{1,15}"))
                    .map(sought -> (Condition) number.eq(Long.valueOf(sought)))
                    .orElseGet(DSL::falseCondition);
        }
    }

    /** The last of a page. */
    record After(Instant at, What what, UUID id) {}

    /** One moment as its source knows it. */
    final class Told {
        private final What what;
        private final UUID id;
        private final Instant at;
        private @Nullable String title;
        private @Nullable String words;
        private @Nullable String state;
        private @Nullable String by;
        private @Nullable Instant due;
        private @Nullable Integer score;
        private @Nullable Amount amount;
        private @Nullable Place place;
        private @Nullable Other other;

        public Told(What what, UUID id, Instant at) {
            this.what = what;
            this.id = id;
            this.at = at;
        }

        public After place() {
            return new After(at, what, id);
        }

        public Told title(@Nullable String said) {
            title = said;
            return this;
        }

        public Told words(@Nullable String said) {
            words = said;
            return this;
        }

        public Told state(@Nullable String stands) {
            state = stands;
            return this;
        }

        public Told by(@Nullable String name) {
            by = name;
            return this;
        }

        public Told due(@Nullable Instant until) {
            due = until;
            return this;
        }

        public Told score(int given) {
            score = given;
            return this;
        }

        public Told amount(long minor, String currency) {
            amount = new Amount(minor, currency);
            return this;
        }

        public Told in(Place where) {
            place = where;
            return this;
        }

        public Told other(@Nullable Other who) {
            other = who;
            return this;
        }

        public Moment moment() {
            return new Moment(what.name() + ":" + id, what, what.kind(), at, title, words, state, by, due, score, amount, place, other);
        }
    }
}
