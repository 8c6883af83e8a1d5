package nl.hartslag.demo.internal;

import nl.hartslag.demo.internal.load.DemoCompany;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Loads the demo company into an empty database, before the product says that it is ready; the next time it is there. */
@Component
@Profile("demo")
class DemoStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final DemoMark mark;
    private final Organisation organisation;
    private final DemoCompany company;

    DemoStart(DemoMark mark, Organisation organisation, DemoCompany company) {
        this.mark = mark;
        this.organisation = organisation;
        this.company = company;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        switch (mark.state()) {
            case LOADED -> LOG.info("The demo company is there already.");
            case BROKEN_OFF -> throw new StartRefused(
                    "loading the demo company was broken off the last time. Remove the data folder, or choose another with --data.");
            case NONE -> load();
        }
    }

    private void load() {
        if (!organisation.brands().isEmpty()) {
            throw new StartRefused("this data folder holds data that are not the demo company's. Choose another with --data.");
        }
        long started = System.nanoTime();
        System.out.println("The demo company is being loaded; this happens once and takes less than a minute.");
        mark.started();
        company.load();
        mark.loaded();
        LOG.info("The demo company was loaded in {} s.", (System.nanoTime() - started) / 1_000_000_000);
    }
}
