package nl.hartslag.feedback.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where customers reach the survey. */
@Component
@EnableConfigurationProperties(FeedbackSettings.class)
public class PublicAddress {
    private final FeedbackSettings settings;
    private final Environment environment;

    PublicAddress(FeedbackSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** @param path with a leading slash */
    public String of(String path) {
        String base = settings.publicUrl().map(Object::toString).orElseGet(this::here);
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    private String here() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port;
    }
}
