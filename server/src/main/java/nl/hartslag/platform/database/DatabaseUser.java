package nl.hartslag.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Under which user PostgreSQL runs. It refuses to run as root, so for root we step down to {@code postgres} or, where that
 * user does not exist, to {@code nobody}. A number without a user behind it does not work: PostgreSQL looks its user up.
 *
 * @param other the user to step down to; empty when PostgreSQL simply runs as ourselves
 */
record DatabaseUser(Optional<Other> other) {

    record Other(String name, int uid, int gid) {
    }

    static DatabaseUser choose() {
        if (!weAreRoot()) {
            return new DatabaseUser(Optional.empty());
        }
        for (var name : List.of("postgres", "nobody")) {
            var uid = number("id", "-u", name);
            var gid = number("id", "-g", name);
            if (uid.isPresent() && gid.isPresent()) {
                return new DatabaseUser(Optional.of(new Other(name, uid.get(), gid.get())));
            }
        }
        throw new DatabaseTrouble("The database cannot run as root and this machine has no user 'postgres' or 'nobody'. "
                + "Create one (useradd --system postgres), or start Hartslag as an ordinary user.");
    }

    static boolean weAreRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The command that runs a program of PostgreSQL as this user and waits for it. */
    List<String> run(List<String> program) {
        var command = new ArrayList<>(stepDown());
        command.addAll(program);
        return command;
    }

    /**
     * The command that runs the server itself. Where Linux offers it, the kernel sends the server an interrupt (a clean,
     * fast stop) when the thread that started it ends, so that even {@code kill -9} of the application leaves no orphan. A
     * session of its own keeps Ctrl-C in the terminal from stopping the database before the application is done with it.
     */
    List<String> runTiedToThisThread(List<String> program) {
        var command = new ArrayList<String>();
        if (Programs.has("setpriv")) {
            command.addAll(List.of("setpriv", "--pdeathsig", "INT"));
            other.ifPresent(o -> command.addAll(List.of("--reuid", "" + o.uid, "--regid", "" + o.gid, "--clear-groups")));
            command.add("--");
        } else {
            command.addAll(stepDown());
        }
        if (Programs.has("setsid")) {
            command.add("setsid");
        } else if (Programs.has("perl")) {
            command.addAll(List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV"));
        }
        command.addAll(program);
        return command;
    }

    private List<String> stepDown() {
        if (other.isEmpty()) {
            return List.of();
        }
        var to = other.get();
        if (Programs.has("setpriv")) {
            return List.of("setpriv", "--reuid", "" + to.uid, "--regid", "" + to.gid, "--clear-groups", "--");
        }
        if (Programs.has("runuser")) {
            return List.of("runuser", "-u", to.name, "--");
        }
        if (Programs.has("sudo")) {
            return List.of("sudo", "-n", "-u", to.name, "--");
        }
        throw new DatabaseTrouble("The database cannot run as root, and 'setpriv' to step down is missing. "
                + "Install util-linux, or start Hartslag as an ordinary user.");
    }

    /** Hands a file or folder to this user, with the given rights (as in {@code rwx------}). */
    void own(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        if (other.isPresent()) {
            var user = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(other.get().name);
            Files.setOwner(path, user);
        }
    }

    /** Refuses a folder that this user cannot reach because a parent is closed to it. */
    void mustReach(Path folder) throws IOException {
        if (other.isEmpty()) {
            return;
        }
        for (var parent = folder.toRealPath(); parent != null; parent = parent.getParent()) {
            if (!Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new DatabaseTrouble("The database runs as user '%s', which may not enter %s. Choose another folder with --data."
                        .formatted(other.get().name, parent));
            }
        }
    }

    private static Optional<Integer> number(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return process.waitFor() == 0 ? Optional.of(Integer.parseInt(answer)) : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
