package nl.hartslag.testing;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.hartslag.platform.database.DatabaseAddress;
import nl.hartslag.platform.database.EmbeddedPostgres;
import nl.hartslag.platform.database.Migrations;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of one's own for a test, with all migrations in it. One real server serves each process of a test run; each fresh
 * database is a copy of one that was migrated once, which takes a tenth of a second.
 *
 * @param address for whatever wants a JDBC address
 */
public record TestDatabase(DatabaseAddress address) {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new database that nobody else uses. */
    public static TestDatabase fresh() {
        var name = "test_" + COUNT.incrementAndGet();
        execute(Server.POSTGRES.address().named("postgres"), "create database " + name + " template " + TEMPLATE);
        return new TestDatabase(Server.POSTGRES.address().named(name));
    }

    /** A new database without any schema in it. */
    public static TestDatabase empty() {
        var name = "test_" + COUNT.incrementAndGet();
        execute(Server.POSTGRES.address().named("postgres"), "create database " + name);
        return new TestDatabase(Server.POSTGRES.address().named(name));
    }

    /** Opens a new connection each time it is asked; for tests that need no pool. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    /** jOOQ on {@link #dataSource()}, each statement in its own transaction unless one is opened. */
    public DSLContext jooq() {
        return DSL.using(dataSource(), SQLDialect.POSTGRES);
    }

    private static void execute(DatabaseAddress address, String sql) {
        try (var connection = address.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            var server = EmbeddedPostgres.temporary();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
            execute(server.address().named("postgres"), "create database " + TEMPLATE);
            Migrations.onClasspath().migrate(server.address().named(TEMPLATE));
            return server;
        }
    }
}
