package nl.hartslag.people.internal;

import java.util.Locale;
import nl.hartslag.platform.problem.Problem;

/** Long rather than complicated (NIST SP 800-63B): twelve characters or more, and not one's own address. */
final class PasswordRule {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    private PasswordRule() {}

    static void check(String field, String password, String email) {
        String name = email.substring(0, Math.max(0, email.indexOf('@'))).toLowerCase(Locale.ROOT);
        if (password.length() < SHORTEST || password.length() > LONGEST) throw Problem.invalid(field, "password-length");
        if (password.chars().distinct().count() < 5 || name.length() > 3 && password.toLowerCase(Locale.ROOT).contains(name)) {
            throw Problem.invalid(field, "password-guessable");
        }
    }
}
