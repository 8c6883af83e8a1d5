package nl.hartslag.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where a database is and how to log in to it.
 *
 * @param url a JDBC address, {@code jdbc:postgresql://host:port/name}
 */
public record DatabaseAddress(String url, String user, String password) {

    /** Opens a connection of its own, outside any pool. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The same server and log-in, another database on it. */
    public DatabaseAddress named(String database) {
        var options = url.indexOf('?') < 0 ? "" : url.substring(url.indexOf('?'));
        var bare = url.substring(0, url.length() - options.length());
        return new DatabaseAddress(bare.substring(0, bare.lastIndexOf('/') + 1) + database + options, user, password);
    }

    /** Without the password, so that it may be logged. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
