package nl.hartslag.simulator;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * @param url         where the product is
 * @param smtpPort    where it receives mail, on the same host
 * @param mailboxPort on which the customers receive mail; the product's relay points here
 * @param speed       1 is a pace that a person can follow
 * @param colleagues  how many people of the demo company answer mail as well
 * @param seed        the same seed gives the same customers with the same questions
 */
public record Options(URI url, int smtpPort, int mailboxPort, double speed, int colleagues, long seed) {
    static final String HELP = """
            Customers of the demo company write, chat and answer surveys.

              --url URL            where the product is, such as http://localhost:8080
              --smtp-port PORT     where it receives mail
              --mailbox-port PORT  where these customers receive mail; start the product with
                                   hartslag.channels.email.out=both and relay.host=127.0.0.1, relay.port=PORT,
                                   relay.tls=none (default: they receive none)
              --speed FACTOR       1 (default) is a pace that a person can follow
              --colleagues NUMBER  how many people of the demo company answer mail beside you (default 0)
              --seed NUMBER        the same number gives the same customers with the same questions (default 1)
            """;

    private static final Set<String> KNOWN = Set.of("--url", "--smtp-port", "--mailbox-port", "--speed", "--colleagues", "--seed");

    /** @throws IllegalArgumentException with a sentence for the person who typed it */
    static Options parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!KNOWN.contains(name)) throw new IllegalArgumentException("Unknown option " + name + ".");
            if (i + 1 == arguments.size()) throw new IllegalArgumentException(name + " needs a value.");
            given.put(name, arguments.get(i + 1));
        }
        if (!given.containsKey("--url") || !given.containsKey("--smtp-port")) {
            throw new IllegalArgumentException("--url and --smtp-port are needed.");
        }
        return new Options(
                URI.create(given.get("--url").replaceAll("/+$", "")),
                Integer.parseInt(given.get("--smtp-port")),
                Integer.parseInt(given.getOrDefault("--mailbox-port", "0")),
                Double.parseDouble(given.getOrDefault("--speed", "1")),
                Integer.parseInt(given.getOrDefault("--colleagues", "0")),
                Long.parseLong(given.getOrDefault("--seed", "1")));
    }

    boolean receivesMail() {
        return mailboxPort > 0;
    }
}
