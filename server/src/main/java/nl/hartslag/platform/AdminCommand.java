package nl.hartslag.platform;

import java.io.PrintStream;
import java.util.List;

/** One {@code ./hartslag admin NAME …} command. */
public interface AdminCommand {
    String name();

    /** One line for the help. */
    String summary();

    /** @return the exit code; prints what a person must know, errors in one sentence to {@code err} */
    int run(List<String> arguments, PrintStream out, PrintStream err);
}
