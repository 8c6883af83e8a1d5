package nl.hartslag.simulator.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Loads a long past straight into the database, set by set. */
final class History {
    private History() {}

    /** @return whether it had to be loaded; a folder that is used again has its past already */
    static boolean load(Connection database, long contacts) throws SQLException, IOException {
        try (Statement question = database.createStatement();
                var there = question.executeQuery("select to_regclass('public.bench_loaded')")) {
            there.next();
            if (there.getString(1) != null) {
                forgetEarlierRuns(database);
                return false;
            }
        }
        // all or nothing, so that a run that was broken off can be repeated
        database.setAutoCommit(false);
        for (String sql : statements()) {
            long begun = System.nanoTime();
            try (Statement statement = database.createStatement()) {
                statement.execute(sql.replace(":contacts", Long.toString(contacts)));
            }
            System.err.printf("  %5.1f s  %s%n", (System.nanoTime() - begun) / 1e9, sql.strip().lines().findFirst().orElse(""));
        }
        try (Statement mark = database.createStatement()) {
            mark.execute("create table bench_loaded as select now() at");
        }
        database.commit();
        // as a database looks that lived through those years: with statistics, and with pages known to hold nothing to hide
        database.setAutoCommit(true);
        try (Statement tidy = database.createStatement()) {
            tidy.execute("vacuum (analyze)");
            tidy.execute("checkpoint");
        }
        return true;
    }

    /** Waits until everything can be found. @return how many a second */
    static double untilFindable(Connection database) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        long before = count(database, "desk.search_due");
        while (count(database, "desk.search_due") > 0) Thread.sleep(1_000);
        double perSecond = before / ((System.nanoTime() - begun) / 1e9);
        try (Statement tidy = database.createStatement()) {
            tidy.execute("vacuum (analyze) desk.searched, desk.search_due");
        }
        return perSecond;
    }

    private static long count(Connection database, String table) throws SQLException {
        try (Statement question = database.createStatement(); var rows = question.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What earlier runs left waiting is handled by nobody, and would wait beside what this run measures. */
    private static void forgetEarlierRuns(Connection database) throws SQLException {
        try (Statement tidy = database.createStatement()) {
            tidy.execute("delete from platform.timer where kind in ('routing.overflow', 'contacts.promise-late')");
            tidy.execute("delete from routing.waiting");
            tidy.execute("delete from channels.automatic_answer");
            tidy.execute("vacuum (analyze) routing.waiting, platform.timer, contacts.outbox");
        }
    }

    private static String[] statements() throws IOException {
        try (InputStream in = History.class.getResourceAsStream("/bench/history.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^-- .*\n", "").split("\n----\n");
        }
    }
}
