package nl.hartslag.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened with a customer, newest first: each module tells of what it keeps ({@link TimelineSource}), as far as this
 * person may read that. Needs {@code customers.view}; that it was opened is recorded.
 */
public interface Timeline {
    /** @throws nl.hartslag.platform.problem.Problem {@code customers/not-found}, also when he may not be seen */
    Page<Moment> of(Access access, CustomerId customer, Wanted wanted, @Nullable String cursor, int limit);

    /** What one can ask for. */
    @Schema(name = "TimelineKind")
    enum Kind { CONTACT, CASE, ORDER, PROMISE, GESTURE, ANSWER, FOLLOW_UP, STORY, ADDRESS }

    /** What happened. Of two at one moment the later one here is the newer. */
    @Schema(name = "TimelineWhat")
    enum What {
        ADDRESS_KNOWN(Kind.ADDRESS),
        ADDRESS_CHANGED(Kind.ADDRESS),
        ORDER_PLACED(Kind.ORDER),
        ORDER_SHIPPED(Kind.ORDER),
        ORDER_DELIVERED(Kind.ORDER),
        CONTACT(Kind.CONTACT),
        STORY(Kind.STORY),
        PROMISE_GIVEN(Kind.PROMISE),
        ANSWER_LATE(Kind.PROMISE),
        PROMISE_SETTLED(Kind.PROMISE),
        GESTURE(Kind.GESTURE),
        CASE_SOLVED(Kind.CASE),
        ANSWER(Kind.ANSWER),
        FOLLOW_UP_BEGUN(Kind.FOLLOW_UP),
        FOLLOW_UP_DONE(Kind.FOLLOW_UP);

        private final Kind kind;

        What(Kind kind) {
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }
    }

    /** @param kinds all when empty; @param text that occurs in what is told, as people type it */
    record Wanted(Set<Kind> kinds, Optional<String> text) {
        public static final Wanted ALL = new Wanted(Set.of(), Optional.empty());

        public Wanted {
            kinds = Set.copyOf(kinds);
            text = text.map(String::strip).filter(said -> !said.isEmpty());
        }
    }

    /**
     * @param id     of this moment; an order has several
     * @param title  such as the subject, the number of an order, what was promised or given
     * @param words  more of it, such as why a score was given
     * @param state  how it stands or ended, by the word of its module
     * @param by     which colleague
     * @param due    by when it was to be done
     * @param other  another customer who had part in it
     */
    @Schema(name = "TimelineMoment")
    record Moment(
            String id,
            What what,
            Kind kind,
            Instant at,
            @Nullable String title,
            @Nullable String words,
            @Nullable String state,
            @Nullable String by,
            @Nullable Instant due,
            @Nullable Integer score,
            @Nullable Amount amount,
            @Nullable Place place,
            @Nullable Other other) {}

    @Schema(name = "TimelineAmount")
    record Amount(long minor, String currency) {}

    /** Where it is to be read. */
    @Schema(name = "TimelinePlace")
    record Place(@Nullable ConversationId conversation, CaseId caseId, long caseNumber, @Nullable String channel) {}

    /** @param forHim it was done for that customer; otherwise he did it for this one */
    @Schema(name = "TimelineOther")
    record Other(CustomerId id, @Nullable String name, boolean forHim) {}
}
