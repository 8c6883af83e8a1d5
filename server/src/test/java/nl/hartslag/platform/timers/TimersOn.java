package nl.hartslag.platform.timers;

import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Real timers for a part of the product that is tested without the rest. */
public final class TimersOn {
    private TimersOn() {}

    public static Timers database(DSLContext db, Clock clock, PlatformTransactionManager transactions) {
        return new TimerTable(db, JsonMapper.shared(), clock, new TimerSignal(), transactions);
    }
}
