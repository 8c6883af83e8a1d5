package nl.hartslag.demo.internal.load;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.hartslag.contacts.ContactsImport;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Shopper;
import nl.hartslag.demo.internal.company.Shoppers;
import nl.hartslag.demo.internal.past.EightWeeks;
import nl.hartslag.feedback.Feedback;
import nl.hartslag.organisation.Organisation;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The steps in which the demo company comes in. */
@Component
@Profile("demo")
public class DemoCompany {
    private final DemoOrganisation organisation;
    private final DemoPeople people;
    private final DemoQueues queues;
    private final DemoChannels channels;
    private final DemoCustomers customers;
    private final DemoGestures gestures;
    private final DemoOpenWork openWork;
    private final DemoPrivacy privacy;
    private final Organisation hours;
    private final ContactsImport contacts;
    private final Feedback feedback;
    private final Clock clock;

    DemoCompany(DemoOrganisation organisation, DemoPeople people, DemoQueues queues, DemoChannels channels,
            DemoCustomers customers, DemoGestures gestures, DemoOpenWork openWork, DemoPrivacy privacy, Organisation hours, ContactsImport contacts, Feedback feedback,
            Clock clock) {
        this.organisation = organisation;
        this.people = people;
        this.queues = queues;
        this.channels = channels;
        this.customers = customers;
        this.gestures = gestures;
        this.openWork = openWork;
        this.privacy = privacy;
        this.hours = hours;
        this.contacts = contacts;
        this.feedback = feedback;
        this.clock = clock;
    }

    public void load() {
        Instant now = clock.instant();
        Company company = Company.read();
        List<Shopper> shoppers = Shoppers.of(company, Shoppers.ALL);
        Cast cast = new Cast();
        organisation.load(company, cast);
        people.load(company, cast);
        organisation.departments(cast);
        queues.load(company, cast);
        channels.load(company, cast);
        customers.load(company, shoppers, cast, now);
        gestures.settings(company, cast);
        List<Shopper> withPast = shoppers.subList(Shoppers.LIVE, Shoppers.ALL - Shoppers.WAITING);
        EightWeeks.Past past = new EightWeeks(company, cast, hours, withPast, now).tell();
        contacts.store(past.cases());
        feedback.importPast(past.askings());
        gestures.past(company, cast, past, now);
        openWork.load(company, cast, shoppers.subList(Shoppers.ALL - Shoppers.WAITING, Shoppers.ALL), now);
        privacy.load(company, cast);
    }
}
