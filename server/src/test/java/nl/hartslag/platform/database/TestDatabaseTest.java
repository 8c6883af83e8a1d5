package nl.hartslag.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import nl.hartslag.platform.internal.db.Tables;
import nl.hartslag.shared.Uuid7;
import nl.hartslag.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void givesEveryTestItsOwnRows() {
        var mine = TestDatabase.fresh().jooq();
        var yours = TestDatabase.fresh().jooq();

        var now = java.time.Instant.parse("2026-03-29T01:00:00Z");
        mine.insertInto(Tables.NODE).set(Tables.NODE.ID, Uuid7.next()).set(Tables.NODE.NAME, "one")
                .set(Tables.NODE.STARTED_AT, now).set(Tables.NODE.SEEN_AT, now).execute();

        assertThat(mine.select(Tables.NODE.STARTED_AT).from(Tables.NODE).fetchSingle().value1()).isEqualTo(now);
        assertThat(yours.fetchCount(Tables.NODE)).isZero();
    }

    @Test
    void bringsEveryModuleToItsNewestVersion() {
        var address = TestDatabase.fresh().address();

        assertThat(Migrations.onClasspath().versions(address)).containsOnlyKeys(Migrations.onClasspath().modules());
    }
}
