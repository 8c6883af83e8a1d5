package nl.hartslag.contacts.internal;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param remindAhead how long before a promise is due its owner is reminded, when no span was promised; halfway when that is sooner
 * @param takeBackFor how long an answer by mail can be taken back before it leaves; at zero it leaves at once
 */
@Validated
@ConfigurationProperties("hartslag.contacts")
record ContactsSettings(@DefaultValue("1h") Duration remindAhead, @DefaultValue("10s") Duration takeBackFor) {

    @AssertTrue(message = "remind-ahead lies between a minute and a day")
    boolean isSensible() {
        return remindAhead.compareTo(Duration.ofMinutes(1)) >= 0 && remindAhead.compareTo(Duration.ofDays(1)) <= 0;
    }

    @AssertTrue(message = "take-back-for lies between nothing and a minute")
    boolean isSoon() {
        return !takeBackFor.isNegative() && takeBackFor.compareTo(Duration.ofMinutes(1)) <= 0;
    }
}
