package nl.hartslag.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.hartslag.platform.settings.PlatformSettings;
import nl.hartslag.testing.Browser;
import nl.hartslag.testing.HartslagTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever watches is told of every number of ours, and finds every number he is told of. */
@HartslagTest
class MetersTest {
    private static final Pattern OURS = Pattern.compile("\\bhartslag_[a-z_]+");
    private static final Pattern NAMES = Pattern.compile("`([a-z]+_[a-z_]+)(\\{[^`]*)?`");
    private static final Path PAGE = Path.of("../docs/administrator/watch.md");
    @LocalServerPort int port;
    @Autowired PrometheusMeterRegistry registry;
    @Autowired PlatformSettings settings;

    @Test
    void everyMeterStandsOnThePageOfWhatToWatch() throws Exception {
        assertThat(named(registry.scrape())).isEqualTo(named(Files.readString(PAGE))).isNotEmpty();
    }

    @Test
    void everyNameOnThatPageIsToBeFound() throws Exception {
        Browser somebody = new Browser("http://127.0.0.1:" + port);
        somebody.get("/health/live");
        somebody.get("/health/live");  // over the same connection, so the first was counted
        String metrics = registry.scrape();
        Set<String> named = NAMES.matcher(Files.readString(PAGE)).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).contains("hikaricp_connections_pending").allSatisfy(name -> assertThat(metrics).contains("# HELP " + name.replaceFirst("_total$", "")));
    }

    @Test
    void theDiskThatIsWatchedIsThatOfTheDataFolder() {
        String watched = registry.get("disk.free").gauge().getId().getTag("path");
        assertThat(Path.of(watched)).isEqualTo(settings.data().toAbsolutePath().normalize());
    }

    @Test
    void asksOnceForAllNumbersAndNotAgainAtOnceWhenThereIsNoAnswer() {
        AtomicInteger asked = new AtomicInteger();
        Sampled<Integer> three = new Sampled<>(() -> 2 + asked.incrementAndGet());
        assertThat(three.of(number -> number)).isEqualTo(3);
        assertThat(three.of(number -> number * 10)).isEqualTo(30);
        Sampled<Integer> away = new Sampled<>(() -> {
            asked.incrementAndGet();
            throw new IllegalStateException("no database");
        });
        assertThat(away.of(number -> number)).isNaN();
        assertThat(away.of(number -> number)).isNaN();
        assertThat(asked).hasValue(2);
    }

    @Test
    void everyMeterHasANumberWhileTheDatabaseIsThere() {
        assertThat(registry.getMeters()).filteredOn(meter -> meter.getId().getName().startsWith("hartslag.")).hasSizeGreaterThan(8)
                .allSatisfy(meter -> assertThat(registry.get(meter.getId().getName()).gauge().value()).isNotNaN().isNotNegative());
    }

    private static Set<String> named(String text) {
        return OURS.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
