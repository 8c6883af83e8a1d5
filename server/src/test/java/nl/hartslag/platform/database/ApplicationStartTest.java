package nl.hartslag.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import nl.hartslag.testing.HartslagTest;
import nl.hartslag.testing.MovableClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HartslagTest
class ApplicationStartTest {

    @Autowired
    DSLContext jooq;

    @Autowired
    Clock clock;

    @Test
    void startsOnADatabaseOfItsOwnWithAClockThatTestsCanMove() {
        assertThat(jooq.fetchValue("select current_database()").toString()).startsWith("test_");
        assertThat(clock).isInstanceOf(MovableClock.class);
    }
}
