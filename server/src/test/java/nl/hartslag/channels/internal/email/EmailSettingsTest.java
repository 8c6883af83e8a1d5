package nl.hartslag.channels.internal.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EmailSettingsTest {
    private static EmailSettings of(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("hartslag.channels.email", EmailSettings.class);
    }

    @Test
    void knowsTheRelayAndTheSignatureThatWereSet() {
        EmailSettings settings = of(Map.of("hartslag.channels.email.relay.host", "mail.example", "hartslag.channels.email.relay.tls", "none",
                "hartslag.channels.email.dkim.domain", "example", "hartslag.channels.email.dkim.selector", "s1",
                "hartslag.channels.email.dkim.key-file", "/keys/s1.pem"));
        assertThat(settings.relay()).isNotNull().satisfies(relay -> {
            assertThat(relay.host()).isEqualTo("mail.example");
            assertThat(relay.tls()).isEqualTo(EmailSettings.Tls.NONE);
        });
        assertThat(settings.dkim()).isNotNull();
    }

    @Test
    void needsNeither() {
        assertThat(of(Map.of()).relay()).isNull();
        assertThat(of(Map.of()).dkim()).isNull();
    }
}
