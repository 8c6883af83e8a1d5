package nl.hartslag.contacts.internal;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import nl.hartslag.customers.CustomerGroups.Group;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Reason;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.StartsAs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** With how much haste a contact begins: the higher of what the customer's group and the reason he came with say. */
@Component
class Beginning {
    private final Organisation organisation;

    Beginning(Organisation organisation) {
        this.organisation = organisation;
    }

    /** @param group in which the customer is; absent when in none */
    StartsAs of(@Nullable Group group, Optional<ReasonId> reason) {
        Optional<StartsAs> byReason = reason.flatMap(organisation::reason).flatMap(Reason::startsAs);
        return Stream.concat(Stream.ofNullable(group).map(Group::startsAs), byReason.stream()).max(Comparator.naturalOrder()).orElse(StartsAs.NORMAL);
    }
}
