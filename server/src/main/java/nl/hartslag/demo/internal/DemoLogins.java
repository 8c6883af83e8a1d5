package nl.hartslag.demo.internal;

import java.util.List;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.load.DemoPeople;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints with whom one may log in, below the line that says where. */
@Component
@Profile("demo")
public class DemoLogins {
    public static final String PASSWORD = DemoPeople.PASSWORD;

    /** Everybody who is unlike the others: all roles, both sites, the partner, both languages. */
    private static final List<String> SHOWN = List.of("sanne", "lotte", "oliver", "kevin", "mieke", "marijke", "ines", "carla",
            "pieter", "roos", "emma", "sem", "ahmed", "victor", "helen", "gijs", "judith", "arno");

    private final Environment environment;

    DemoLogins(Environment environment) {
        this.environment = environment;
    }

    // this comes right after the event that prints where the product serves
    @EventListener
    void ready(AvailabilityChangeEvent<ReadinessState> event) {
        boolean serves = environment.getProperty("local.server.port") != null;
        if (!serves || event.getState() != ReadinessState.ACCEPTING_TRAFFIC) return;
        StringBuilder text = new StringBuilder("\nLog in as one of these, with the password  ").append(PASSWORD).append("\n\n");
        for (Company.Person person : people()) {
            text.append("  %-28s %-18s %s%n".formatted(person.email(), person.role(), remark(person)));
        }
        System.out.println(text);
    }

    public static List<Company.Person> people() {
        List<Company.Person> all = Company.read().people();
        return SHOWN.stream().map(key -> all.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow()).toList();
    }

    private static String remark(Company.Person person) {
        return person.name() + person.partner().map(partner -> ", " + partner).orElse("");
    }
}
