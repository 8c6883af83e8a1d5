package nl.hartslag.routing.internal;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient routing is with connections.
 *
 * @param lostAfter    someone whose last screen has been gone this long is off-line, and his open offer goes to others
 * @param returnsAfter this long after that, his calls and chats go back to the queue; mails stay his
 */
@Validated
@ConfigurationProperties("hartslag.routing")
record RoutingSettings(@DefaultValue("20s") Duration lostAfter, @DefaultValue("60s") Duration returnsAfter) {

    @AssertTrue(message = "lost-after lies between 5 seconds and an hour, returns-after between nothing and a day")
    boolean isSensible() {
        return lostAfter.compareTo(Duration.ofSeconds(5)) >= 0
                && lostAfter.compareTo(Duration.ofHours(1)) <= 0
                && !returnsAfter.isNegative()
                && returnsAfter.compareTo(Duration.ofDays(1)) <= 0;
    }
}
