package nl.hartslag.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Where a database is and how to log in to it.
 *
 * @param url a JDBC address, {@code jdbc:postgresql://host:port/name}
 */
public record DatabaseAddress(String url, String user, String password) {

    /** As an option, or behind a name before the host: a colon that no port follows, and an at sign somewhere after it. */
    private static final Pattern PASSWORD = Pattern.compile("(?is).*[?&;]\\s*password\\s*=.*|[^?/]*//[^/?@\\[]*?:(?!\\d+(?:[/?,]|$)).*@.*");

    static boolean holdsPassword(String url) {
        return PASSWORD.matcher(url).matches();
    }

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

    /** Without the password, so that it may be logged; and without options, one of which opens the key of a certificate. */
    @Override
    public String toString() {
        return (holdsPassword(url) ? "(an address with a password)" : url.replaceFirst("(?s)\\?.*", "")) + " as " + user;
    }
}
