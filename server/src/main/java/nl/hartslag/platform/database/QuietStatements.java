package nl.hartslag.platform.database;

import org.jooq.conf.Settings;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Statements are written as they are, without jOOQ's own listening in on every one of them. */
@Configuration(proxyBeanMethods = false)
class QuietStatements {

    @Bean
    DefaultConfigurationCustomizer jooqSettings() {
        return configuration -> configuration.set(new Settings().withExecuteLogging(false).withRenderFormatted(false));
    }
}
