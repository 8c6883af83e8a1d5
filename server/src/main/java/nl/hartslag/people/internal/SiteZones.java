package nl.hartslag.people.internal;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.shared.SiteId;
import org.springframework.stereotype.Component;

/** What day it is for somebody: by the clock of the site where he works, else that of the first brand. */
@Component
class SiteZones {
    private final Organisation organisation;
    private final OrganisationSettings settings;

    SiteZones(Organisation organisation, OrganisationSettings settings) {
        this.organisation = organisation;
        this.settings = settings;
    }

    ZoneId of(Optional<SiteId> site) {
        return settings.sites().stream().filter(each -> site.equals(Optional.of(each.id()))).map(here -> ZoneId.of(here.zone())).findFirst()
                .or(() -> organisation.brands().stream().map(Organisation.Brand::zone).findFirst())
                .orElse(ZoneOffset.UTC);
    }
}
