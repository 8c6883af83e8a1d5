package nl.hartslag.demo.internal;

import static nl.hartslag.demo.internal.db.Tables.COMPANY;

import java.time.Clock;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whether this database is that of the demo company. */
@Component
public class DemoMark {
    private final DSLContext database;
    private final Clock clock;

    DemoMark(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    enum State { NONE, BROKEN_OFF, LOADED }

    State state() {
        return database.selectFrom(COMPANY).fetchOptional()
                .map(row -> row.getLoadedAt() == null ? State.BROKEN_OFF : State.LOADED)
                .orElse(State.NONE);
    }

    /** When the demo company came to be; the ages of its orders count back from here. */
    public Instant startedAt() {
        return database.selectFrom(COMPANY).fetchSingle().getStartedAt();
    }

    void started() {
        database.insertInto(COMPANY).set(COMPANY.STARTED_AT, clock.instant()).execute();
    }

    void loaded() {
        database.update(COMPANY).set(COMPANY.LOADED_AT, clock.instant()).execute();
    }
}
