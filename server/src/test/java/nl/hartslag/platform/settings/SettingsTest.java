package nl.hartslag.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.Max;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.platform.database.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.validation.annotation.Validated;

class SettingsTest {

    @Validated
    @ConfigurationProperties("hartslag.trial")
    record Trial(@DefaultValue("5") @Max(10) int poolSize, Optional<String> password, @DefaultValue Nested limits, @DefaultValue List<String> names) {
    }

    record Nested(@DefaultValue("1") int perDay) {
    }

    @EnableConfigurationProperties({Trial.class, PlatformSettings.class, DatabaseSettings.class})
    @Import({SettingsCheck.class, PathConverter.class})
    static class Application {
    }

    @TempDir
    Path data;

    @Test
    void acceptsWhatIsKnownInAnySpelling() {
        try (var context = start("--hartslag.trial.poolSize=7", "--hartslag.trial.limits.per-day=3", "--hartslag.trial.names[0]=a")) {
            assertThat(context.getBean(Trial.class)).isEqualTo(new Trial(7, Optional.empty(), new Nested(3), List.of("a")));
        }
    }

    @Test
    void readsAPathThatMayBeAbsent() {
        try (var context = start("--hartslag.home=/srv/hartslag", "--hartslag.secrets.key-file=/run/secret")) {
            var settings = context.getBean(PlatformSettings.class);
            assertThat(settings.home()).contains(Path.of("/srv/hartslag"));
            assertThat(settings.secrets().keyFile()).contains(Path.of("/run/secret"));
        }
    }

    @Test
    void namesAnUnknownSettingAndTheNearestKnownOne() {
        assertThat(refusal("--hartslag.trial.pool-sise=7")).isEqualTo("There is no setting hartslag.trial.pool-sise. Did you mean hartslag.trial.pool-size?");
        assertThat(refusal("--hartslag.somethingelse.entirely=7")).isEqualTo("There is no setting hartslag.somethingelse.entirely.");
    }

    @Test
    void saysInOneLineWhatIsWrongWithAValue() {
        assertThat(refusal("--hartslag.trial.pool-size=many")).isEqualTo("hartslag.trial.pool-size cannot be 'many'; it must be a valid int.");
        assertThat(refusal("--hartslag.trial.pool-size=11")).startsWith("hartslag.trial.pool-size ").contains("10").endsWith("but is '11'").doesNotContain("\n");
    }

    @Test
    void takesNoSecretThatEveryoneOnTheMachineCanRead() {
        assertThat(refusal("--hartslag.trial.passWord=open-sesame")).doesNotContain("sesame").isEqualTo("hartslag.trial.password on the command line can be "
                + "read by everyone on this machine. Set HARTSLAG_TRIAL_PASSWORD, or HARTSLAG_TRIAL_PASSWORD_FILE to a file that holds it.");
        assertThat(refusal("--hartslag.secrets.key=0123456789abcdef0123456789abcdef")).startsWith("hartslag.secrets.key on the command line");
    }

    @Test
    void takesNoPasswordInTheAddressOfTheDatabaseWhereverItStands() throws Exception {
        var refused = "hartslag.database.url holds a password, which others can read there: leave it out and set HARTSLAG_DATABASE_PASSWORD instead, "
                + "or HARTSLAG_DATABASE_PASSWORD_FILE to a file that holds it.";
        assertThat(refusal("--hartslag.database.url=postgresql://h/db?password=open-sesame")).isEqualTo(refused);
        Files.writeString(data.resolve("hartslag.properties"), "hartslag.database.url=postgresql://jan:open-sesame@h/db\n");
        assertThat(refusal()).isEqualTo(refused);
    }

    @Test
    void readsTheFileInTheDataFolderBelowTheCommandLine() throws Exception {
        Files.writeString(data.resolve("hartslag.properties"), "hartslag.trial.pool-size=8\nhartslag.trial.limits.per-day=4\n");
        try (var context = start("--hartslag.trial.limits.per-day=6")) {
            assertThat(context.getBean(Trial.class).poolSize()).isEqualTo(8);
            assertThat(context.getBean(Trial.class).limits().perDay()).isEqualTo(6);
        }
        Files.writeString(data.resolve("hartslag.properties"), "hartslag.trail.pool-size=8\n");
        assertThat(refusal()).contains("hartslag.trail.pool-size").contains("hartslag.properties").contains("Did you mean hartslag.trial.pool-size?");
    }

    @Test
    void takesASecretFromAFileThatTheEnvironmentNames() throws Exception {
        Files.writeString(data.resolve("secret"), "s3cret\n");

        assertThat(SettingSources.namedFiles(Map.of("HARTSLAG_TRIAL_PASSWORD_FILE", data.resolve("secret").toString(), "HOME", "/x")))
                .isEqualTo(Map.of("HARTSLAG_TRIAL_PASSWORD", "s3cret"));
        assertThatThrownBy(() -> SettingSources.namedFiles(Map.of("HARTSLAG_TRIAL_PASSWORD_FILE", "/no/such")))
                .hasMessage("HARTSLAG_TRIAL_PASSWORD_FILE names /no/such, which cannot be read.");
    }

    private record Keys(List<Key> keys) {}

    private record Key(String domain, Path keyFile) {}

    @Test
    void knowsWhatStandsInAListAndNothingElse() {
        var known = new KnownSettings();
        known.add("hartslag.trial", Keys.class);

        assertThat(known.knows("hartslag.trial.keys[0].domain")).isTrue();
        assertThat(known.knows("hartslag.trial.keys[12].key-file")).isTrue();
        assertThat(known.knows("hartslag.trial.keys[1].domian")).isFalse();
        assertThat(known.knows("hartslag.trial.keys.domain")).isFalse();
        assertThat(known.knowsVariable("HARTSLAG_TRIAL_KEYS_3_KEY_FILE")).isTrue();
        assertThat(known.knowsVariable("HARTSLAG_TRIAL_KEYS_3_KEYS")).isFalse();
    }

    @Test
    void knowsVariablesOfTheEnvironment() {
        var known = new KnownSettings();
        known.add("hartslag.trial", Trial.class);

        assertThat(known.knowsVariable("HARTSLAG_TRIAL_POOL_SIZE")).isTrue();
        assertThat(known.knowsVariable("HARTSLAG_TRIAL_POOLSIZE")).isTrue();
        assertThat(known.knowsVariable("HARTSLAG_TRIAL_PASSWORD_FILE")).isTrue();
        assertThat(known.knowsVariable("HARTSLAG_TRIAL_POOL")).isFalse();
    }

    private ConfigurableApplicationContext start(String... arguments) {
        var all = new java.util.ArrayList<>(List.of(arguments));
        all.add("--hartslag.data=" + data);
        return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE).logStartupInfo(false).run(all.toArray(String[]::new));
    }

    private String refusal(String... arguments) {
        try (var context = start(arguments)) {
            throw new AssertionError("Started " + context);
        } catch (Exception refused) {
            return OneLineRefusal.explain(refused).orElseThrow(() -> new AssertionError(refused));
        }
    }
}
