package nl.hartslag.simulator.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What this machine's database does at most: for every mail the rows that its intake leaves behind, of the same size and with as
 * many indexes, written bare over JDBC, one durable transaction per mail.
 */
final class Yardstick {
    private static final List<String> TABLES_OF_A_MAIL = List.of("channels.envelope", "channels.mail", "channels.placement",
            "platform.blob", "platform.blob_chunk", "customers.customer", "customers.identity", "contacts.cases",
            "contacts.conversation", "contacts.participant", "contacts.contact", "contacts.message", "contacts.promise",
            "routing.waiting", "desk.conversation_row", "platform.live_log");

    private final Product product;

    Yardstick(Product product) {
        this.product = product;
    }

    private record Shape(String table, int bytes, int indexes) {}

    /** @return mails per second */
    double run(int mails, int connections) throws Exception {
        List<Shape> shapes;
        try (Connection database = product.database()) {
            shapes = shapes(database);
            prepare(database, shapes);
        }
        AtomicInteger next = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(connections);
        long begun = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            Thread.ofPlatform().start(() -> {
                try (Connection database = product.database()) {
                    write(database, shapes, next, mails, written);
                } catch (Exception failed) {
                    System.err.println("yardstick: " + failed.getMessage());
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        return written.get() / ((System.nanoTime() - begun) / 1e9);
    }

    private static List<Shape> shapes(Connection database) throws SQLException {
        List<Shape> shapes = new ArrayList<>();
        String sql = """
                select coalesce((select sum(avg_width) from pg_stats where schemaname || '.' || tablename = ?), 100)::int,
                       (select count(*) from pg_index where indrelid = ?::regclass)::int
                """;
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (String table : TABLES_OF_A_MAIL) {
                statement.setString(1, table);
                statement.setString(2, table);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    shapes.add(new Shape(table.replace('.', '_'), row.getInt(1), Math.max(1, row.getInt(2))));
                }
            }
        }
        return shapes;
    }

    private static void prepare(Connection database, List<Shape> shapes) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("drop schema if exists bench cascade");
            statement.execute("create schema bench");
            for (Shape shape : shapes) {
                statement.execute("create table bench." + shape.table() + " (id uuid primary key, other uuid not null, rest text not null)");
                for (int i = 1; i < shape.indexes(); i++) statement.execute("create index on bench." + shape.table() + " (other)");
            }
        }
    }

    private static void write(Connection database, List<Shape> shapes, AtomicInteger next, int mails, AtomicInteger written)
            throws SQLException {
        database.setAutoCommit(false);
        List<PreparedStatement> inserts = new ArrayList<>();
        for (Shape shape : shapes) inserts.add(database.prepareStatement("insert into bench." + shape.table() + " values (?, ?, ?)"));
        while (next.getAndIncrement() < mails) {
            for (int i = 0; i < shapes.size(); i++) {
                inserts.get(i).setObject(1, UUID.randomUUID());
                inserts.get(i).setObject(2, UUID.randomUUID());
                inserts.get(i).setString(3, "x".repeat(Math.max(1, shapes.get(i).bytes() - 32)));
                inserts.get(i).executeUpdate();
            }
            database.commit();
            written.incrementAndGet();
        }
    }
}
