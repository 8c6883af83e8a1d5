package nl.hartslag.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Customers who turn out to be one person. Their cards stay and are read together, so that taking them apart brings back exactly what was,
 * and what came since is whose address it came to. People of a partner see it and change nothing of it.
 */
public interface OnePerson {
    /** Both beside each other, and where they differ. Needs {@code customers.change}. */
    Preview preview(Access access, CustomerId into, CustomerId other);

    /**
     * The other's card goes on with this one. Harmless when they are one already. Needs {@code customers.change}.
     *
     * @throws nl.hartslag.platform.problem.Problem {@code customers/unproven} unless it is said knowingly where an address is not proven
     */
    void merge(Access access, CustomerId into, Merge merge);

    /** Exactly as it was; what the head took over goes back unless somebody changed it since. Harmless when repeated. Needs {@code customers.change}. */
    void takeApart(Access access, CustomerId head, CustomerId merged);

    /** The cards that were merged into this one, the latest first. */
    List<MergedCard> merged(Access access, CustomerId head);

    /** Who may be the same person, and why; at most five, none of an anonymous brand. Needs {@code customers.change}. */
    List<Suggestion> suggestions(Access access, CustomerId customer);

    /** They are not the same: not suggested any more. {@code true} takes that back. Needs {@code customers.change}. */
    void notSame(Access access, CustomerId customer, CustomerId other, boolean perhaps);

    /** What may be taken over from the other. */
    @Schema(name = "MergeFact")
    enum Fact { NAME, LANGUAGE, COUNTRY, GROUP }

    /** @param take    what is taken over from the other; what this one does not know is always
     *  @param unproven said knowing that an address is not proven */
    record Merge(CustomerId other, Set<Fact> take, boolean unproven) {
        public Merge {
            take = take == null ? Set.of() : Set.copyOf(take);
        }
    }

    /** @param unproven whether an address of one of them is not proven @param already they are one */
    @Schema(name = "MergePreview")
    record Preview(Side here, Side other, boolean unproven, boolean already) {}

    /** @param group by its name */
    @Schema(name = "MergeSide")
    record Side(
            CustomerId id,
            @Nullable String name,
            @Nullable String language,
            @Nullable String country,
            @Nullable String groupNl,
            @Nullable String groupEn,
            boolean surveysDeclined,
            Instant createdAt,
            List<Identity> identities,
            int orders,
            int stories) {}

    /** @param id of the card that was merged; @param took what was taken over from it */
    @Schema(name = "MergedCard")
    record MergedCard(CustomerId id, @Nullable String name, List<String> addresses, Instant at, String by, List<Fact> took) {}

    @Schema(name = "SameWhy")
    enum Why {
        /** The addresses differ only in dots or in what follows a plus. */
        ALIKE_ADDRESS,
        /** Somebody of a partner says that this address is his. */
        PROPOSED_ADDRESS,
        /** The same name, and the same in a field of the brand. */
        NAME_AND_FIELD,
        /** The same name, and both ordered the same article. */
        NAME_AND_ORDER
    }

    /** @param what it is in which they agree, such as the address of the other */
    @Schema(name = "SamePersonSuggestion")
    record Suggestion(CustomerId id, @Nullable String name, @Nullable String address, Why why, @Nullable String what) {}
}
