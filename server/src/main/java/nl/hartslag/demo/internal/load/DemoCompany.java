package nl.hartslag.demo.internal.load;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.hartslag.contacts.ContactsImport;
import nl.hartslag.contacts.TransferReasons;
import nl.hartslag.contacts.TransferReasons.TransferReason;
import nl.hartslag.contacts.TransfersImport;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Shopper;
import nl.hartslag.demo.internal.company.Shoppers;
import nl.hartslag.demo.internal.past.EightWeeks;
import nl.hartslag.demo.internal.past.Handovers;
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
    private final DemoGroups groups;
    private final DemoGestures gestures;
    private final DemoGuidelines guidelines;
    private final DemoTextBlocks textBlocks;
    private final DemoSubStates subStates;
    private final DemoFields fields;
    private final DemoOpenWork openWork;
    private final DemoAccounts accounts;
    private final DemoPrivacy privacy;
    private final Organisation hours;
    private final ContactsImport contacts;
    private final TransferReasons reasons;
    private final TransfersImport transfers;
    private final Feedback feedback;
    private final Clock clock;

    DemoCompany(DemoOrganisation organisation, DemoPeople people, DemoQueues queues, DemoChannels channels,
            DemoCustomers customers, DemoGroups groups, DemoGestures gestures, DemoGuidelines guidelines, DemoTextBlocks textBlocks, DemoSubStates subStates, DemoFields fields,
            DemoOpenWork openWork, DemoAccounts accounts, DemoPrivacy privacy, Organisation hours, ContactsImport contacts, TransferReasons reasons, TransfersImport transfers, Feedback feedback, Clock clock) {
        this.organisation = organisation;
        this.people = people;
        this.queues = queues;
        this.channels = channels;
        this.customers = customers;
        this.groups = groups;
        this.gestures = gestures;
        this.guidelines = guidelines;
        this.textBlocks = textBlocks;
        this.subStates = subStates;
        this.fields = fields;
        this.openWork = openWork;
        this.accounts = accounts;
        this.privacy = privacy;
        this.hours = hours;
        this.contacts = contacts;
        this.reasons = reasons;
        this.transfers = transfers;
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
        fields.settings(company, cast);
        customers.load(company, shoppers, cast, now);
        groups.load(company, shoppers, cast);
        gestures.settings(company, cast);
        guidelines.load(cast);
        textBlocks.load(cast);
        List<Shopper> withPast = shoppers.subList(Shoppers.LIVE, Shoppers.ALL - Shoppers.WAITING);
        EightWeeks.Past past = new EightWeeks(company, cast, hours, withPast, now).tell();
        contacts.store(past.cases());
        transfers.store(new Handovers(company, cast, reasons.offered().stream().map(TransferReason::id).toList()).of(past.cases()));
        feedback.importPast(past.askings());
        gestures.past(company, cast, past, now);
        guidelines.past(company, cast, past, now);
        subStates.load(company, cast);
        fields.load(company, shoppers, cast);
        openWork.load(company, cast, shoppers.subList(Shoppers.ALL - Shoppers.WAITING, Shoppers.ALL), now);
        accounts.load(company, cast, withPast, now);
        privacy.load(company, cast);
    }
}
