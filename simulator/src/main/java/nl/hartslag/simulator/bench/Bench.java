package nl.hartslag.simulator.bench;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One run: starts the product on a data folder of its own, loads a long past, measures, and writes down what came out. */
public final class Bench {
    private static final String HELP = """
            Bench --data DIR --port N --smtp-port N --contacts N --results FILE [--only mail,chat,offers,pages,streams]
                  -- COMMAND THAT STARTS THE PRODUCT

            The data folder is made when it is not there; one that is used again keeps its past contacts.
            """;
    private static final String PASSWORD = "hartslag-demo";
    private static final List<String> AGENTS = List.of("sanne", "joris", "fatima", "thijs", "nina", "daan", "esmee", "bram", "yara",
            "ruben", "lotte", "wout", "amber", "oliver", "jasmien", "mieke", "harold", "priya", "gerda", "carla");
    private static final String SUPERVISOR = "carla@demo.example";
    private static final String ADMINISTRATOR = "arno@demo.example";
    private static final String MANAGER = "victor@demo.example";
    private static final int MAILS = 3000;
    private static final int SMTP_CONNECTIONS = 16;
    private static final int[] STEADY_RATES = {50, 100, 150};
    private static final int STREAMS = 1000;
    private static final int STARTS = 5;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        int divide = given.indexOf("--");
        if (divide < 0) {
            System.err.print(HELP);
            System.exit(2);
        }
        Path data = Path.of(option(given, "--data", "bench-data"));
        int port = Integer.parseInt(option(given, "--port", "8890"));
        int smtpPort = Integer.parseInt(option(given, "--smtp-port", "8891"));
        long contacts = Long.parseLong(option(given, "--contacts", "1000000"));
        List<String> command = new ArrayList<>(given.subList(divide + 1, given.size()));
        command.addAll(List.of("demo", "--server.port=" + port, "--hartslag.data=" + data,
                "--hartslag.channels.email.smtp-port=" + smtpPort, "--hartslag.channels.email.dns=off",
                // all visitors come from this machine, and speak faster than people
                "--hartslag.channels.webchat.visitors-per-minute=10000", "--hartslag.channels.webchat.messages-per-half-minute=10000"));
        Report report = new Report(contacts, String.join(" ", given.subList(divide + 1, given.size())));
        Product product = Product.start(command, data);
        try {
            say("loading " + contacts + " past contacts");
            boolean fresh;
            try (Connection database = product.database()) {
                long begun = System.nanoTime();
                fresh = History.load(database, contacts);
                if (fresh) report.line("History loaded in %.0f s.".formatted((System.nanoTime() - begun) / 1e9));
                if (fresh) report.value("Conversations made findable, beside nothing else", "%.0f /s".formatted(History.untilFindable(database)), "");
            }
            starts(product, report);
            Thread.sleep(15_000);
            report.value("Idle memory, all processes (PSS)", product.memory() + " MB", "≤ 500 MB");
            Set<String> parts = Set.of(option(given, "--only", "mail,chat,offers,pages,streams").split(","));
            measure(URI.create("http://localhost:" + port), smtpPort, product, report, parts);
        } finally {
            product.stop();
        }
        report.appendTo(Path.of(option(given, "--results", "RESULTS.md")));
    }

    private static void starts(Product product, Report report) throws Exception {
        long[] millis = new long[STARTS];
        for (int start = 0; start < STARTS; start++) {
            product.stop();
            product.start();
            millis[start] = product.readyMillis();
        }
        Arrays.sort(millis);
        report.value("Start to ready, on these data, median of %d (least to most)".formatted(STARTS),
                "%.1f s (%.1f to %.1f)".formatted(millis[STARTS / 2] / 1000.0, millis[0] / 1000.0, millis[STARTS - 1] / 1000.0), "≤ 8 s");
    }

    private static void measure(URI url, int smtpPort, Product product, Report report, Set<String> parts) throws Exception {
        Screen screen = new Screen(new Staff(url, SUPERVISOR, PASSWORD));
        MailIntake intake = new MailIntake(smtpPort, screen);
        if (parts.contains("mail")) mail(intake, product, report);
        if (parts.contains("chat")) {
            say("chat");
            ChatDelivery chat = new ChatDelivery(url, screen);
            report.times("Chat message → agent's stream", chat.run(400), "p95 ≤ 100 ms");
            report.value("Chat messages on the agent's stream, %d visitors as fast as they get answers".formatted(ChatDelivery.VISITORS),
                    "%.0f /s".formatted(chat.rush(30)), "");
        }
        if (parts.contains("offers")) offers(url, report);
        if (parts.contains("pages")) pages(url, report);
        if (parts.contains("streams")) streams(url, intake, product, report);
    }

    private static void mail(MailIntake intake, Product product, Report report) throws Exception {
        say("warming up");
        for (String round : List.of("warma", "warmb", "warmc")) {
            intake.run(round, MAILS, SMTP_CONNECTIONS, 0);
            product.untilAllLeft();
        }
        say("mail intake, as fast as it goes");
        Duration before = product.cpu();
        MailIntake.Outcome full = intake.run("full", MAILS, SMTP_CONNECTIONS, 0);
        Duration spent = product.cpu().minus(before);
        report.value("Mail accepted over SMTP, durable", "%.0f /s".formatted(full.acceptedPerSecond()), "≥ 150 /s");
        report.value("Mail on the agent's stream", "%.0f /s".formatted(full.perSecond()), "≥ 150 /s");
        report.value("Processor time per mail, product and database", "%.1f ms".formatted(spent.toMillis() / (double) MAILS), "");
        report.value("Acknowledgements of those, all left after", "%.0f s more".formatted(product.untilAllLeft().toMillis() / 1000.0), "");
        int lost = full.lost();
        for (int rate : STEADY_RATES) {
            say("mail intake at " + rate + " a second");
            MailIntake.Outcome steady = intake.run("steady" + "x".repeat(rate / 50), 20 * rate, SMTP_CONNECTIONS, rate);
            report.times("Mail accepted → agent's stream, at %d /s".formatted(rate), steady.toScreen(), "p95 ≤ 300 ms");
            lost += steady.lost();
            product.untilAllLeft();
        }
        report.value("Mails accepted that did not appear", String.valueOf(lost), "0");
        say("the yardstick");
        double bare = new Yardstick(product).run(MAILS, SMTP_CONNECTIONS);
        report.value("Yardstick: the same rows bare over JDBC", "%.0f mails /s".formatted(bare), "");
        report.value("Mail intake ÷ yardstick", "%.2f".formatted(full.perSecond() / bare), "");
    }

    private static void offers(URI url, Report report) throws Exception {
        say("offers");
        Offering offering = new Offering(url, new Staff(url, ADMINISTRATOR, PASSWORD), new Staff(url, "sanne@demo.example", PASSWORD), "Sanne de Vries");
        offering.run(50);
        report.times("Chat begun → offer on the free agent's screen", offering.run(200), "p95 ≤ 100 ms");
    }

    private static void pages(URI url, Report report) throws Exception {
        say("pages");
        Pages desk = new Pages(new Staff(url, SUPERVISOR, PASSWORD));
        report.times("Desk: list", desk.list(300), "p95 ≤ 50 ms");
        report.times("Desk: open a conversation", desk.conversations(300), "p95 ≤ 50 ms");
        report.times("Desk: search, first page", desk.search(240), "p95 ≤ 300 ms");
        report.value("Desk: lists and conversations, %d people as fast as they get answers".formatted(Pages.AT_ONCE), "%.0f /s".formatted(desk.rush(1_600)), "");
        Pages listening = new Pages(new Staff(url, MANAGER, PASSWORD));
        report.times("Listen over three years", listening.listen(200), "p95 ≤ 200 ms");
        report.value("Listen over three years, %d people as fast as they get answers".formatted(Pages.LISTENING), "%.0f /s".formatted(listening.rushOfListen(200)), "");
    }

    private static void streams(URI url, MailIntake intake, Product product, Report report) throws Exception {
        say(STREAMS + " agents' streams");
        try (ManyStreams streams = new ManyStreams()) {
            streams.open(url, AGENTS.stream().map(name -> name + "@demo.example").toList(), PASSWORD, STREAMS);
            report.value("Agents' streams open on one node", streams.open() + ", in %.1f s".formatted(streams.openedIn()), "≥ 1,000");
            intake.run("wide", 20, 1, 5);
            report.times("Spread of one event over these streams", streams.spread("wide", 20), "");
            report.value("Memory with these streams (PSS)", product.memory() + " MB", "");
        }
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }

    private static String option(List<String> given, String name, String otherwise) {
        int at = given.subList(0, given.indexOf("--")).lastIndexOf(name);
        return at < 0 ? otherwise : given.get(at + 1);
    }
}
