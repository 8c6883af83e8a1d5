package nl.hartslag.platform.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import javax.sql.DataSource;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.AllowedAnyone;
import nl.hartslag.platform.security.Permission;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For whoever watches over the process: is it alive, can it serve, how is it doing. */
@RestController
@Tag(name = "System")
class HealthController {
    private final ApplicationAvailability availability;
    private final PrometheusMeterRegistry metrics;
    private final JdbcClient database;

    HealthController(ApplicationAvailability availability, PrometheusMeterRegistry metrics, DataSource source) {
        this.availability = availability;
        this.metrics = metrics;
        this.database = JdbcClient.create(source);
    }

    record Health(String status) {}

    @Operation(summary = "Whether the process lives; restart it when this does not answer")
    @AllowedAnyone("a watchdog holds no account")
    @GetMapping("/health/live")
    Health live() {
        return new Health("live");
    }

    @Operation(summary = "Whether it can serve: started, not stopping, database answers (503 otherwise)")
    @AllowedAnyone("a proxy holds no account")
    @GetMapping("/health/ready")
    Health ready() {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) throw Problem.of("system/not-ready", 503);
        database.sql("select 1").query(Integer.class).single();
        return new Health("ready");
    }

    @Operation(summary = "Metrics in Prometheus text form; a token with the scope system.view reads them")
    @Allowed(Permission.SYSTEM_VIEW)
    @GetMapping(value = "/metrics", produces = "text/plain; version=0.0.4; charset=utf-8")
    String metrics() {
        return metrics.scrape();
    }
}
