package nl.hartslag.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever watches is told of every number of ours, and finds every number he is told of. */
@HartslagTest
class MetersTest {
    private static final Pattern OURS = Pattern.compile("\\bhartslag_[a-z_]+");
    @Autowired PrometheusMeterRegistry registry;
    @Autowired DSLContext db;

    @Test
    void everyMeterStandsOnThePageOfWhatToWatch() throws Exception {
        assertThat(named(registry.scrape())).isEqualTo(named(Files.readString(Path.of("../docs/administrator/watch.md")))).isNotEmpty();
    }

    @Test
    void countsWhatWaitsForAPerson() {
        double before = value("hartslag.timers.set.aside");
        db.execute("insert into platform.timer (id, kind, key, due_at, payload, set_aside_at) "
                + "values (gen_random_uuid(), 'test.meter', 'one', '2100-01-01', '{}', now())");
        assertThat(value("hartslag.timers.set.aside")).isEqualTo(before + 1);
        db.execute("delete from platform.timer where kind = 'test.meter'");
    }

    private double value(String name) {
        return registry.get(name).gauge().value();
    }

    private static Set<String> named(String text) {
        return OURS.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
