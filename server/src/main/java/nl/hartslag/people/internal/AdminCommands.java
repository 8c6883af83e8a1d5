package nl.hartslag.people.internal;

import static nl.hartslag.people.internal.db.Tables.SESSION;
import static nl.hartslag.people.internal.db.Tables.USERS;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.people.ApiTokens;
import nl.hartslag.people.People;
import nl.hartslag.people.People.NewUser;
import nl.hartslag.people.People.RoleGrant;
import nl.hartslag.people.Role;
import nl.hartslag.people.internal.db.tables.records.UsersRecord;
import nl.hartslag.platform.AdminCommand;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.problem.ProblemRenderer;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** What the person at the machine's console can do: make the first administrator, reset a password, make a token. */
@Configuration
class AdminCommands {
    private final DSLContext db;
    private final People people;
    private final ApiTokens tokens;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final ProblemRenderer problems;
    private final TransactionTemplate transaction;

    AdminCommands(
            DSLContext db,
            People people,
            ApiTokens tokens,
            PasswordEncoder passwords,
            Audit audit,
            ProblemRenderer problems,
            TransactionTemplate transaction) {
        this.db = db;
        this.people = people;
        this.tokens = tokens;
        this.passwords = passwords;
        this.audit = audit;
        this.problems = problems;
        this.transaction = transaction;
    }

    @Bean
    AdminCommand create() {
        return command("create", "create --email MAIL --name NAME   make an administrator; prints a first password", this::create);
    }

    @Bean
    AdminCommand reset() {
        return command("reset", "reset --email MAIL                 give someone a new first password, end the sessions", this::reset);
    }

    @Bean
    AdminCommand token() {
        return command("token", "token --user MAIL [--name NAME] [--scopes a,b]   print an API token, shown once", this::token);
    }

    private void create(Map<String, String> options, PrintStream out) {
        String password = Tokens.random();
        UserId user = people.create(new NewUser(
                needed(options, "email"),
                options.getOrDefault("name", needed(options, "email")),
                options.getOrDefault("language", "en"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(password),
                true,
                List.of(new RoleGrant(Role.ADMINISTRATOR, Optional.empty()), new RoleGrant(Role.MANAGER, Optional.empty())),
                List.of(),
                Map.of()));
        audit.recordSystem("user.created", "user", user.toString(), Map.of("by", "console"));
        out.println("Administrator " + needed(options, "email") + " can sign in with this password, to be changed at once:");
        out.println(password);
    }

    private void reset(Map<String, String> options, PrintStream out) {
        UsersRecord user = find(needed(options, "email"));
        String password = Tokens.random();
        user.setPasswordHash(passwords.encode(password));
        user.setMustChangePassword(true);
        user.update();
        db.deleteFrom(SESSION).where(SESSION.USER_ID.eq(user.getId())).execute();
        audit.recordSystem("user.password-reset", "user", user.getId().toString(), Map.of("by", "console"));
        out.println("New password of " + user.getEmail() + ", to be changed at once:");
        out.println(password);
    }

    private void token(Map<String, String> options, PrintStream out) {
        UsersRecord user = find(options.containsKey("user") ? options.get("user") : needed(options, "email"));
        Set<Permission> scopes = options.containsKey("scopes")
                ? Arrays.stream(options.get("scopes").split(",")).map(String::strip).map(Permission::of).collect(Collectors.toSet())
                : EnumSet.allOf(Permission.class);
        var created = tokens.create(new UserId(user.getId()), options.getOrDefault("name", "console"), scopes, null);
        out.println(created.token());
    }

    private UsersRecord find(String email) {
        return db.selectFrom(USERS)
                .where(DSL.lower(USERS.EMAIL).eq(email.strip().toLowerCase(Locale.ROOT)))
                .fetchOptional()
                .orElseThrow(() -> Problem.of("people/not-found", 404));
    }

    private static String needed(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null || value.isBlank()) throw new IllegalArgumentException("--" + name + " is missing");
        return value;
    }

    private interface Act {
        void with(Map<String, String> options, PrintStream out);
    }

    private AdminCommand command(String name, String summary, Act act) {
        return new AdminCommand() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String summary() {
                return summary;
            }

            @Override
            public int run(List<String> arguments, PrintStream out, PrintStream err) {
                try {
                    Map<String, String> options = options(arguments);
                    transaction.executeWithoutResult(status -> act.with(options, out));
                    return 0;
                } catch (Problem problem) {
                    err.println(problems.body(problem, "en").get("detail"));
                } catch (IllegalArgumentException wrong) {
                    err.println(wrong.getMessage() + "\nUsage: hartslag admin " + summary);
                }
                return 2;
            }
        };
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new java.util.LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!arguments.get(i).startsWith("--") || i + 1 >= arguments.size()) {
                throw new IllegalArgumentException("not understood: " + arguments.get(i));
            }
            options.put(arguments.get(i).substring(2), arguments.get(i + 1));
        }
        return options;
    }
}
