package nl.hartslag.demo.internal.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.PromiseRules;
import nl.hartslag.contacts.PromiseRules.For;
import nl.hartslag.contacts.PromiseRules.NewRule;
import nl.hartslag.contacts.PromiseRules.Terms;
import nl.hartslag.customers.CustomerGroups;
import nl.hartslag.customers.CustomerGroups.Colour;
import nl.hartslag.customers.CustomerGroups.Draft;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Shopper;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.StartsAs;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Resellers, who are promised more; those who order often; and who ordered for the first time. */
@Component
@Profile("demo")
class DemoGroups {
    private static final int ONE_IN = 9;
    private static final int MOST = 60;
    private static final int OFTEN = 3;
    private static final Duration ANSWER = Duration.ofHours(2);
    private static final Duration SOLUTION = Duration.ofHours(12);

    private final CustomerGroups groups;
    private final PromiseRules promises;

    DemoGroups(CustomerGroups groups, PromiseRules promises) {
        this.groups = groups;
        this.promises = promises;
    }

    void load(Company company, List<Shopper> shoppers, Cast cast) {
        Access access = DemoAccess.of(cast);
        for (Company.Brand brand : company.brands()) {
            BrandId id = cast.brands.get(brand.key());
            CustomerGroupId resellers = groups.create(access, id, new Draft("Wederverkoper", "Reseller", Colour.VIOLET, 10, StartsAs.HIGH, false));
            CustomerGroupId regulars = groups.create(access, id, new Draft("Vaste klant", "Regular", Colour.TEAL, 20, StartsAs.NORMAL, false));
            CustomerGroupId fresh = groups.create(access, id, new Draft("Nieuw", "New", Colour.YELLOW, 30, StartsAs.NORMAL, false));
            promises.add(access, new NewRule(
                    new For(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(resellers)),
                    new Terms(Optional.of(ANSWER), Optional.of(ANSWER), Optional.of(SOLUTION), Optional.empty(), Optional.of(50), Optional.empty())));
            List<Shopper> some = shoppers.stream().filter(shopper -> shopper.brand().equals(brand.key()) && !shopper.live()).toList().reversed();
            some.stream().limit(MOST).forEach(shopper -> {
                if (shopper.number() % ONE_IN == 0) groups.put(access, cast.customers.get(shopper.email()), resellers);
                else if (shopper.orders().size() >= OFTEN) groups.put(access, cast.customers.get(shopper.email()), regulars);
                else if (shopper.number() % ONE_IN == 1) groups.put(access, cast.customers.get(shopper.email()), fresh);
            });
        }
    }
}
