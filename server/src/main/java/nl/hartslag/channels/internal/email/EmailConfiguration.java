package nl.hartslag.channels.internal.email;

import java.time.Clock;
import nl.hartslag.channels.internal.email.thread.ReplyToken;
import nl.hartslag.channels.internal.email.trust.DnsLookup;
import nl.hartslag.channels.internal.email.trust.NetworkDns;
import nl.hartslag.channels.internal.email.trust.SenderCheck;
import nl.hartslag.platform.secrets.Secrets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmailSettings.class)
class EmailConfiguration {
    @Bean
    ReplyToken replyToken(Secrets secrets) {
        return new ReplyToken(id -> secrets.sign("email-reply-address", id));
    }

    @Bean
    SenderCheck senderCheck(EmailSettings settings, Clock clock) {
        return new SenderCheck(switch (settings.dns()) {
            case NETWORK -> new NetworkDns(clock);
            case OFF -> DnsLookup.offline();
        });
    }
}
