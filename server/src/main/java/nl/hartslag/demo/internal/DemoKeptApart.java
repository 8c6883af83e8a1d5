package nl.hartslag.demo.internal;

import nl.hartslag.platform.StartRefused;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo company's people have a password that everybody knows, so its data never serve as real ones. */
@Component
@Profile("!demo")
class DemoKeptApart implements ApplicationRunner {
    private final DemoMark mark;

    DemoKeptApart(DemoMark mark) {
        this.mark = mark;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (mark.state() != DemoMark.State.NONE) {
            throw new StartRefused("these data are those of the demo company, whose passwords everybody knows. Start ./hartslag demo, or choose another folder with --data.");
        }
    }
}
