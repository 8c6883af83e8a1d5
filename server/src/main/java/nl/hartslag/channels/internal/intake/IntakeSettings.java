package nl.hartslag.channels.internal.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param workers how many process what arrived, on each node */
@Validated
@ConfigurationProperties("hartslag.intake")
public record IntakeSettings(@DefaultValue("2") @Min(1) @Max(16) int workers) {}
