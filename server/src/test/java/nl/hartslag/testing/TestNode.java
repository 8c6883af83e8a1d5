package nl.hartslag.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A small node: database, transactions and the pieces under test. Two of them on one database are two nodes. */
public final class TestNode implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public TestNode(TestDatabase database, Clock clock, Class<?>... pieces) {
        context.registerBean(DataSource.class, () -> pool(database));
        context.registerBean(Clock.class, () -> clock);
        context.register(Frame.class);
        context.register(pieces);
        context.refresh();
        context.start();
    }

    /** A new connection for every statement would cost more than the statement. */
    private static HikariDataSource pool(TestDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.dataSource());
        pool.setMaximumPoolSize(12);
        pool.setMinimumIdle(0);
        return pool;
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public void inTransaction(Runnable work) {
        get(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Frame {
        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        TransactionTemplate template(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        DSLContext jooq(DataSource source) {
            return DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.builder().build();
        }
    }
}
