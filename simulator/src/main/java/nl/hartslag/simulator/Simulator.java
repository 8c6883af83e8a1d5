package nl.hartslag.simulator;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import nl.hartslag.simulator.mail.MailCustomers;
import nl.hartslag.simulator.mail.Mailbox;
import nl.hartslag.simulator.survey.SurveyVisit;

/** Plays the customers of the demo company until it is stopped. */
public final class Simulator {
    private Simulator() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> given = List.of(arguments);
        if (given.contains("--help")) {
            System.out.print(Options.HELP);
            return;
        }
        Options options;
        try {
            options = Options.parse(given);
        } catch (IllegalArgumentException mistake) {
            System.err.println(mistake.getMessage() + "\n\n" + Options.HELP);
            System.exit(2);
            return;
        }
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(10))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        Pace pace = new Pace(options.speed());
        MailCustomers mail = new MailCustomers(
                options.url().getHost(), options.smtpPort(), options.seed(), pace, new SurveyVisit(http));
        if (options.receivesMail()) {
            new Mailbox(options.mailboxPort(), received -> Thread.ofVirtual().start(() -> mail.receive(received)));
        }
        new Traffic(options, pace, http, mail).start();
        new CountDownLatch(1).await();
    }
}
