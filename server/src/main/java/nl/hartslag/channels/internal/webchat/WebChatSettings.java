package nl.hartslag.channels.internal.webchat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the web chat, each counted per node.
 *
 * @param visitorsPerMinute new visitors of one address; a school or a mobile carrier shares one
 * @param messagesPerHalfMinute messages of one visitor
 * @param conversationsPerTenMinutes conversations and mails that one visitor begins
 * @param filesPerTenMinutes files that one visitor sends up
 */
@Validated
@ConfigurationProperties("hartslag.channels.webchat")
public record WebChatSettings(
        @DefaultValue("120") @Min(1) @Max(1_000_000) int visitorsPerMinute,
        @DefaultValue("20") @Min(1) @Max(1_000_000) int messagesPerHalfMinute,
        @DefaultValue("5") @Min(1) @Max(1_000_000) int conversationsPerTenMinutes,
        @DefaultValue("20") @Min(1) @Max(1_000_000) int filesPerTenMinutes) {}
