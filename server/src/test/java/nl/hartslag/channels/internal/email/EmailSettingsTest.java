package nl.hartslag.channels.internal.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.hartslag.channels.internal.email.EmailSettings.Dkim;
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
        assertThat(of(Map.of()).dkim()).isEmpty();
    }

    @Test
    void readsTheRelayAndTheKeyThatSigns() {
        EmailSettings settings = of(Map.of(
                "hartslag.channels.email.out", "smtp",
                "hartslag.channels.email.relay.host", "relay.example",
                "hartslag.channels.email.relay.user", "hartslag",
                "hartslag.channels.email.relay.password", "geheim",
                "hartslag.channels.email.dkim[0].domain", "demo.example",
                "hartslag.channels.email.dkim[0].selector", "s1",
                "hartslag.channels.email.dkim[0].key-file", "/run/dkim.pem"));
        assertThat(settings.relay()).satisfies(relay -> {
            assertThat(relay.host()).isEqualTo("relay.example");
            assertThat(relay.port()).isEqualTo(587);
            assertThat(relay.tls()).isEqualTo(Tls.STARTTLS);
            assertThat(relay.secret()).contains("geheim");
        });
        assertThat(settings.dkim()).singleElement().satisfies(dkim -> assertThat(dkim.keyFile()).hasToString("/run/dkim.pem"));
    }

    @Test
    void signsForEachDomainWithItsOwnKey() {
        EmailSettings settings = of(Map.of(
                "hartslag.channels.email.dkim[0].domain", "winkel.example", "hartslag.channels.email.dkim[0].selector", "a",
                "hartslag.channels.email.dkim[0].key-file", "/run/a.pem",
                "hartslag.channels.email.dkim[1].domain", "Post.Winkel.example", "hartslag.channels.email.dkim[1].selector", "b",
                "hartslag.channels.email.dkim[1].key-file", "/run/b.pem"));
        assertThat(settings.dkimFor("service@winkel.example")).map(Dkim::selector).contains("a");
        assertThat(settings.dkimFor("service@nl.winkel.example")).map(Dkim::selector).contains("a");
        assertThat(settings.dkimFor("Service@post.winkel.example")).map(Dkim::selector).contains("b");
        assertThat(settings.dkimFor("service@eenwinkel.example")).isEmpty();
    }
}
