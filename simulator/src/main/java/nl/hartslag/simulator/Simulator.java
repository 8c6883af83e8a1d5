package nl.hartslag.simulator;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Dice;
import nl.hartslag.demo.internal.company.Occasion;
import nl.hartslag.demo.internal.company.Occasions;
import nl.hartslag.demo.internal.company.Shopper;
import nl.hartslag.demo.internal.company.Shoppers;
import nl.hartslag.simulator.bench.Staff;
import nl.hartslag.simulator.chat.ShopPage;
import nl.hartslag.simulator.mail.MailCustomers;
import nl.hartslag.simulator.mail.Mailbox;
import nl.hartslag.simulator.staff.Colleague;
import nl.hartslag.simulator.survey.SurveyVisit;

/** Plays the customers of the demo company until it is stopped. */
public final class Simulator {
    private static final List<String> COLLEAGUES = List.of("yara", "esmee", "bram", "nina");

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
        Company company = Company.read();
        List<Shopper> everybody = Shoppers.of(company, Shoppers.ALL);
        Instant loaded = ShopPage.openedAt(http, options.url(), company.brands().getFirst().key());
        MailCustomers mail = new MailCustomers(options.url().getHost(), options.smtpPort(), options.seed(), pace,
                new SurveyVisit(http), whoCame(company, everybody, loaded));
        if (options.receivesMail()) {
            new Mailbox(options.mailboxPort(), received -> Thread.ofVirtual().start(() -> mail.receive(received)));
        }
        new Traffic(options, pace, http, mail, company, everybody.subList(0, Shoppers.LIVE), loaded).start();
        colleagues(options, company, pace, mail);
        new CountDownLatch(1).await();
    }

    /** They are agents whom the log-in page does not offer, so that nobody finds his work done by himself. */
    private static void colleagues(Options options, Company company, Pace pace, MailCustomers mail) throws InterruptedException {
        List<Company.Person> free = company.people().stream().filter(person -> COLLEAGUES.contains(person.key())).toList();
        for (int i = 0; i < Math.min(options.colleagues(), free.size()); i++) {
            Company.Person person = free.get(i);
            try {
                Staff staff = new Staff(options.url(), person.email(), Staff.passwordOfDemo(options.url()));
                Thread.ofVirtual().name(person.key())
                        .start(new Colleague(staff, person, new Dice(options.seed() * 53 + i), pace, mail::cameAbout));
            } catch (IOException refused) {
                System.err.println(person.name() + " stays at home: " + refused.getMessage());
            }
        }
    }

    /** By address, what a customer came about whom this simulator has not seen write: he wrote before it was started. */
    private static Function<String, Optional<Occasion>> whoCame(Company company, List<Shopper> everybody, Instant loaded) {
        Map<String, Shopper> byAddress = everybody.stream().collect(Collectors.toMap(Shopper::email, Function.identity()));
        return address -> Optional.ofNullable(byAddress.get(address))
                .map(shopper -> Occasions.waiting(company, shopper, loaded, LocalDate.now()));
    }
}
