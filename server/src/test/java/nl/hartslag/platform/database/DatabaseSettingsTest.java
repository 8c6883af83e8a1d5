package nl.hartslag.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import nl.hartslag.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

    private static DatabaseSettings at(String url) {
        return new DatabaseSettings(Optional.of(url), false, "hartslag", Optional.of("sesame"), 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "postgresql://h/db?password=sesame",
        "jdbc:postgresql://h:5432/db?sslmode=require&PassWord=sesame",
        "jdbc:postgresql:db?password=sesame",
        "postgresql://jan:sesame@h/db",
        "postgres://jan:sesame@h:5432/db",
        "jdbc:postgresql://jan:ses/ame?@h:5432/db",
        "jdbc:postgresql://jan:1sesame@h:5432,h2:5432/db",
    })
    void refusesAnAddressWithAPasswordInIt(String url) {
        assertThatThrownBy(() -> at(url)).isInstanceOf(StartRefused.class).hasMessageContaining("set HARTSLAG_DATABASE_PASSWORD instead")
                .hasMessageNotContaining("ses").hasNoCause();
        assertThat(new DatabaseAddress(url, "hartslag", "sesame").toString()).doesNotContain("ses").endsWith(" as hartslag");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "postgresql://h/db",
        "postgres://h:5432/db?sslmode=require&ApplicationName=a:b@c",
        "jdbc:postgresql://h1:5432,h2:5433/db?targetServerType=primary",
        "jdbc:postgresql://[::1]:5432/db",
        "jdbc:postgresql://h:5432/password",
        "jdbc:postgresql://h/db?passwordless=true",
    })
    void takesAnAddressWithout(String url) {
        assertThat(at(url).external().isPresent()).isEqualTo(!url.isEmpty());
    }

    @Test
    void namesTheServerInALogWithoutPasswordAndOptions() {
        var address = at("postgresql://h:5432/db?sslpassword=sesame").external().orElseThrow();
        assertThat(address).hasToString("jdbc:postgresql://h:5432/db as hartslag");
        assertThat(address.url()).endsWith("sslpassword=sesame");
    }
}
