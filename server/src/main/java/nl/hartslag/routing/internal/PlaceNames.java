package nl.hartslag.routing.internal;

import java.util.Optional;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.SiteId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What companies and sites are called, archived ones too. */
@Component
class PlaceNames {
    private final OrganisationSettings organisation;

    PlaceNames(OrganisationSettings organisation) {
        this.organisation = organisation;
    }

    @Nullable String partner(Optional<PartnerId> id) {
        return id.flatMap(wanted -> organisation.partners().stream().filter(each -> each.id().equals(wanted)).findFirst())
                .map(OrganisationSettings.Partner::name).orElse(null);
    }

    @Nullable String site(Optional<SiteId> id) {
        return id.flatMap(wanted -> organisation.sites().stream().filter(each -> each.id().equals(wanted)).findFirst())
                .map(OrganisationSettings.Site::name).orElse(null);
    }
}
