package nl.hartslag.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.people.People;
import nl.hartslag.people.Profiles;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.AccessFilter;
import nl.hartslag.platform.security.Authenticator;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the front end needs to know of the person who is signed in. */
@Component
class SessionViews {
    private final Authenticator authenticator;
    private final Organisation organisation;
    private final People people;
    private final Profiles profiles;

    SessionViews(Authenticator authenticator, Organisation organisation, People people, Profiles profiles) {
        this.authenticator = authenticator;
        this.organisation = organisation;
        this.people = people;
        this.profiles = profiles;
    }

    record SignedIn(SignedInUser user) {}

    /** @param shortcuts whether single keys do something */
    record SignedInUser(
            UserId id,
            String name,
            String email,
            String locale,
            boolean shortcuts,
            boolean mustChangePassword,
            Set<Permission> permissions,
            List<BrandOfUser> brands,
            List<TeamOfUser> teams,
            @Nullable PartnerId partnerId) {}

    /** @param zone in which this brand tells its customers the time */
    record BrandOfUser(BrandId id, String key, String name, String accent, String zone) {}

    record TeamOfUser(TeamId id, String name) {}

    SignedIn signedIn(HttpServletRequest request) {
        return of(AccessFilter.sessionToken(request)
                .flatMap(authenticator::bySession)
                .map(Authenticator.Session::access)
                .orElseThrow(() -> Problem.of("access/sign-in", 401)));
    }

    SignedIn of(Access access) {
        var profile = profiles.profile(access);
        var brands = organisation.brands().stream()
                .filter(brand -> access.brands().contains(brand.id()))
                .map(brand -> new BrandOfUser(brand.id(), brand.key(), brand.name(), brand.accent(), brand.zone().getId()))
                .sorted(Comparator.comparing(BrandOfUser::name))
                .toList();
        var teams = people.teams().stream()
                .filter(team -> access.teams().contains(team.id()))
                .map(team -> new TeamOfUser(team.id(), team.name()))
                .toList();
        return new SignedIn(new SignedInUser(
                access.user(),
                access.name(),
                profile.email(),
                access.language(),
                profile.shortcuts(),
                profile.mustChangePassword(),
                access.permissions(),
                brands,
                teams,
                access.partner().orElse(null)));
    }
}
