package nl.hartslag.demo.internal.load;

import java.util.Optional;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Erasures;
import nl.hartslag.customers.Erasures.AskedBy;
import nl.hartslag.customers.Erasures.Reason;
import nl.hartslag.customers.Erasures.Request;
import nl.hartslag.customers.Stories;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.organisation.Retention;
import nl.hartslag.organisation.Retention.Draft;
import nl.hartslag.organisation.Retention.Kind;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Somebody who asked to be forgotten, so that there is a receipt to look at, and how long what is kept. */
@Component
@Profile("demo")
class DemoPrivacy {
    private static final String NAME = "Afke Sinnema";
    private static final int CONTENT_MONTHS = 24;
    private static final int RAW_MONTHS = 6;

    private final Customers customers;
    private final Stories stories;
    private final Erasures erasures;
    private final Retention retention;

    DemoPrivacy(Customers customers, Stories stories, Erasures erasures, Retention retention) {
        this.customers = customers;
        this.stories = stories;
        this.erasures = erasures;
        this.retention = retention;
    }

    void load(Company company, Cast cast) {
        Access nobody = DemoAccess.of(cast);
        BrandId brand = cast.brands.get(company.brands().getFirst().key());
        CustomerId afke = customers.recognise(brand, IdentityKind.EMAIL, "afke.sinnema@klant.example", NAME, "nl").id();
        stories.add(nobody, afke, "Belt liever dan dat ze schrijft");
        erasures.begin(nobody, afke, new Request(AskedBy.CUSTOMER, Reason.REQUEST, "AVG-2026-014", true, NAME));
        retention.add(nobody, new Draft(brand, Optional.empty(), Kind.CONTENT, CONTENT_MONTHS, false));
        retention.add(nobody, new Draft(brand, Optional.empty(), Kind.RAW, RAW_MONTHS, false));
    }
}
