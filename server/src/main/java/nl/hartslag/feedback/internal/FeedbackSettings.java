package nl.hartslag.feedback.internal;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an administrator sets for feedback.
 *
 * @param publicUrl where customers reach this installation from outside, such as {@code https://service.example.org};
 *                  empty is this machine itself, which only suits trying out
 */
@ConfigurationProperties("hartslag.feedback")
public record FeedbackSettings(Optional<URI> publicUrl) {
    public FeedbackSettings {
        publicUrl.ifPresent(url -> {
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (!web || url.getHost() == null) throw new IllegalArgumentException("must be a web address, not " + url);
        });
    }
}
