package nl.hartslag.channels.internal.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.hartslag.channels.internal.email.EmailSettings.Out;
import nl.hartslag.channels.internal.email.EmailSettings.Tls;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EmailSettingsTest {
    private static EmailSettings of(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("hartslag.channels.email", EmailSettings.class);
    }

    @Test
    void sendsNothingUntilItIsTold() {
        assertThat(of(Map.of()).out()).isEqualTo(Out.AUTO);
        assertThat(of(Map.of()).relay()).isNull();
        assertThat(of(Map.of()).dkim()).isNull();
    }

    @Test
    void readsTheRelayAndTheKeyThatSigns() {
        EmailSettings settings = of(Map.of(
                "hartslag.channels.email.out", "smtp",
                "hartslag.channels.email.relay.host", "relay.example",
                "hartslag.channels.email.relay.user", "hartslag",
                "hartslag.channels.email.relay.password", "geheim",
                "hartslag.channels.email.dkim.domain", "demo.example",
                "hartslag.channels.email.dkim.selector", "s1",
                "hartslag.channels.email.dkim.key-file", "/run/dkim.pem"));
        assertThat(settings.relay()).satisfies(relay -> {
            assertThat(relay.host()).isEqualTo("relay.example");
            assertThat(relay.port()).isEqualTo(587);
            assertThat(relay.tls()).isEqualTo(Tls.STARTTLS);
            assertThat(relay.secret()).contains("geheim");
        });
        assertThat(settings.dkim()).satisfies(dkim -> assertThat(dkim.keyFile()).hasToString("/run/dkim.pem"));
    }
}
