package nl.hartslag.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Optional;
import nl.hartslag.platform.settings.PlatformSettings;
import nl.hartslag.platform.settings.SettingsCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database and its pool. Spring closes the pool before the database, since the one is made from the other. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    Database database(DatabaseSettings settings, PlatformSettings platform, SettingsCheck settingsAreRight) {
        var external = settings.external();
        if (external.isPresent()) {
            Migrations.onClasspath().migrate(external.get());
            return new Database(external.get(), Optional.empty());
        }
        var running = settings.join() ? EmbeddedPostgres.runningOn(platform.data()) : Optional.<DatabaseAddress>empty();
        if (running.isPresent()) {
            return new Database(running.get(), Optional.empty());
        }
        var own = EmbeddedPostgres.start(platform.data(), EmbeddedPostgres.Durability.FULL);
        try {
            Migrations.onClasspath().migrate(own.address());
        } catch (RuntimeException failed) {
            own.close();
            throw failed;
        }
        return new Database(own.address(), Optional.of(own));
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database, DatabaseSettings settings) {
        return new HikariDataSource(pool(database.address(), settings.poolSize()));
    }

    /** A pool that outlives a database that is away for a while: it waits briefly, fails clearly and keeps trying. */
    static HikariConfig pool(DatabaseAddress address, int size) {
        var pool = new HikariConfig();
        pool.setPoolName("hartslag");
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(Math.min(4, size));
        pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        pool.setValidationTimeout(Duration.ofSeconds(2).toMillis());
        pool.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        pool.setInitializationFailTimeout(-1);
        // Otherwise the driver would send the time zone of this machine.
        pool.setConnectionInitSql("set time zone 'UTC'");
        pool.addDataSourceProperty("ApplicationName", "hartslag");
        // else the values of a row that is refused would stand in the log
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("socketTimeout", "60");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }
}
