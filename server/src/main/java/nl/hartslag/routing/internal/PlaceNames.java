package nl.hartslag.routing.internal;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** Read once for all that is told together. */
    Names read() {
        return new Names(
                organisation.partners().stream().collect(Collectors.toMap(OrganisationSettings.Partner::id, OrganisationSettings.Partner::name)),
                organisation.sites().stream().collect(Collectors.toMap(OrganisationSettings.Site::id, OrganisationSettings.Site::name)));
    }

    record Names(Map<PartnerId, String> partners, Map<SiteId, String> sites) {
        @Nullable String partner(Optional<PartnerId> id) {
            return id.map(partners::get).orElse(null);
        }

        @Nullable String site(Optional<SiteId> id) {
            return id.map(sites::get).orElse(null);
        }
    }
}
