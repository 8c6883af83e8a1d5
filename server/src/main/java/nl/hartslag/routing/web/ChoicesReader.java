package nl.hartslag.routing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of queues and rules can choose from, within what the asker sees. */
@Component
class ChoicesReader {
    private final People people;
    private final Organisation organisation;
    private final OrganisationSettings settings;

    ChoicesReader(People people, Organisation organisation, OrganisationSettings settings) {
        this.people = people;
        this.organisation = organisation;
        this.settings = settings;
    }

    @Schema(name = "RoutingChoices")
    record Choices(List<SkillChoice> skills, List<PartnerChoice> partners, List<SiteChoice> sites, List<BrandChoice> brands) {}

    record SkillChoice(SkillId id, String name, boolean archived) {}

    record PartnerChoice(PartnerId id, String name, boolean archived) {}

    /** @param partner whose site it is; absent for ours */
    @Schema(name = "RoutingSiteChoice")
    record SiteChoice(SiteId id, String name, @Nullable PartnerId partner, boolean archived) {}

    @Schema(name = "RoutingBrandChoice")
    record BrandChoice(BrandId id, String name, List<ReasonChoice> reasons, List<ChannelChoice> channels) {}

    /** @param parent the reason above it */
    @Schema(name = "RoutingReasonChoice")
    record ReasonChoice(ReasonId id, @Nullable ReasonId parent, String nameNl, String nameEn) {}

    /** @param openNow within its opening hours */
    record ChannelChoice(String channel, boolean openNow) {}

    Choices of(Access access) {
        return new Choices(
                people.skills().stream().map(skill -> new SkillChoice(skill.id(), skill.name(), skill.archived())).toList(),
                settings.partners().stream()
                        .filter(partner -> access.partner().isEmpty() || access.partner().get().equals(partner.id()))
                        .map(partner -> new PartnerChoice(partner.id(), partner.name(), partner.archived())).toList(),
                settings.sites().stream()
                        .filter(site -> access.partner().isEmpty() || access.partner().get().equals(site.partner()))
                        .map(site -> new SiteChoice(site.id(), site.name(), site.partner(), site.archived())).toList(),
                organisation.brands().stream()
                        .filter(brand -> access.brands().contains(brand.id()))
                        .map(brand -> new BrandChoice(brand.id(), brand.name(), reasons(brand.id()), channels(brand.id())))
                        .toList());
    }

    private List<ReasonChoice> reasons(BrandId brand) {
        return organisation.reasons(brand).stream()
                .map(reason -> new ReasonChoice(reason.id(), reason.parent().orElse(null), reason.nameNl(), reason.nameEn()))
                .toList();
    }

    private List<ChannelChoice> channels(BrandId brand) {
        return settings.channelHours(brand).stream()
                .filter(hours -> hours.site() == null)
                .map(hours -> new ChannelChoice(hours.channel(), hours.openNow()))
                .toList();
    }
}
