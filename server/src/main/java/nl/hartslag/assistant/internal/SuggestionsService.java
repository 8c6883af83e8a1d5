package nl.hartslag.assistant.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.assistant.Suggestions;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Reason;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ReasonId;
import org.springframework.stereotype.Service;

@Service
class SuggestionsService implements Suggestions {
    private final Contacts contacts;
    private final Organisation organisation;
    private final Told told;
    private final WordCounts counts;

    SuggestionsService(Contacts contacts, Organisation organisation, Told told, WordCounts counts) {
        this.contacts = contacts;
        this.organisation = organisation;
        this.told = told;
        this.counts = counts;
    }

    @Override
    public List<LikelyReason> reasons(Access access, ContactId contact) {
        access.require(Permission.CONTACTS_HANDLE);
        BrandId brand = contacts.contact(access, contact).brand();
        Set<ReasonId> choosable = choosable(brand);
        return told.of(contact.value())
                .map(one -> counts.model(brand.value(), one.queue()).likely(counts.seen(brand.value(), one.words())))
                .orElse(List.of())
                .stream()
                .filter(one -> choosable.contains(one.reason()))
                .toList();
    }

    /** In use, with nothing under it. */
    private Set<ReasonId> choosable(BrandId brand) {
        List<Reason> reasons = organisation.reasons(brand);
        Set<ReasonId> above = reasons.stream().map(Reason::parent).flatMap(Optional::stream).collect(Collectors.toSet());
        return reasons.stream().map(Reason::id).filter(id -> !above.contains(id)).collect(Collectors.toSet());
    }
}
