package nl.hartslag.simulator.mail;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nl.hartslag.demo.internal.company.Dice;
import nl.hartslag.demo.internal.company.Occasion;
import nl.hartslag.demo.internal.company.Verdict;
import nl.hartslag.demo.internal.company.Voices;
import nl.hartslag.simulator.chat.ChatVisit.Pace;
import nl.hartslag.simulator.survey.SurveyAnswer;
import nl.hartslag.simulator.survey.SurveyVisit;
import org.jspecify.annotations.Nullable;

/** Customers who write: their first mails, what they do with our answers, and what machines do in their name. */
public final class MailCustomers {
    private static final double SENT_TWICE = 0.06;
    private static final double LINE_DROPS = 0.05;
    private static final double AWAY = 0.08;
    private static final double BOX_FULL = 0.025;
    private static final double LINKS_SCANNED = 0.3;
    private static final double ANSWERS_SURVEY = 0.7;

    private final String host;
    private final int port;
    private final long seed;
    private final Pace pace;
    private final SurveyVisit surveys;
    private final Function<String, Optional<Occasion>> customers;
    private final Map<String, Correspondence> memory = new ConcurrentHashMap<>();
    private final AtomicInteger sequence = new AtomicInteger();
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    /** @param customers by address: what somebody came about whom we have not seen write, before we were started for example */
    public MailCustomers(String host, int port, long seed, Pace pace, SurveyVisit surveys,
            Function<String, Optional<Occasion>> customers) {
        this.host = host;
        this.port = port;
        this.seed = seed;
        this.pace = pace;
        this.surveys = surveys;
        this.customers = customers;
    }

    /** Somebody has a question and mails it; some lines drop halfway, some mails go twice. */
    public void write(Occasion occasion, Dice dice) throws IOException, InterruptedException {
        Voices voices = new Voices(dice);
        String text = voices.mail(occasion);
        boolean photo = text.contains("Foto's") || text.contains("Photos");
        Letter letter = new Letter(nextId(), occasion.shopper().name(), occasion.shopper().email(), occasion.brand().mail(),
                voices.mailSubject(occasion), text, style(dice), Optional.empty(), photo);
        memory.put(occasion.shopper().email(), new Correspondence(occasion, 0, ""));
        byte[] bytes = LetterBytes.of(letter);
        if (dice.chance(LINE_DROPS)) {
            breakOff(letter, bytes);
            pace.pause(3);
        }
        send(letter, bytes);
        if (dice.chance(SENT_TWICE)) send(letter, bytes);
    }

    /** Somebody talked with an agent elsewhere, in a chat; he remembers it when a mail comes. */
    public void spoke(Occasion occasion, String agent) {
        memory.put(occasion.shopper().email(), new Correspondence(occasion, 1, agent));
    }

    /** A mail of ours arrived; called on a thread of its own. */
    public void receive(Mailbox.Received received) {
        for (String customer : received.recipients()) {
            Correspondence known = correspondence(customer);
            if (known == null) continue;
            try {
                react(customer, known, received.sender(), Incoming.read(received.bytes()));
            } catch (IOException refused) {
                System.err.println("A customer could not answer: " + refused.getMessage());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** What the customer with this address came about. */
    public Optional<Occasion> cameAbout(String address) {
        return Optional.ofNullable(correspondence(address)).map(Correspondence::occasion);
    }

    private @Nullable Correspondence correspondence(String address) {
        return memory.computeIfAbsent(address.toLowerCase(Locale.ROOT), unseen ->
                customers.apply(unseen).map(occasion -> new Correspondence(occasion, 0, "")).orElse(null));
    }

    private void react(String customer, Correspondence known, String sender, Incoming mail)
            throws IOException, InterruptedException {
        Dice dice = new Dice(seed * 31 + known.occasion().shopper().number() * 7L + known.answers());
        Optional<String> survey = mail.survey();
        if (survey.isPresent()) {
            judge(known, survey.get(), dice);
        } else if (mail.automatic()) {
            if (dice.chance(AWAY)) beAway(known, mail);
        } else {
            memory.put(customer, known.answeredBy(mail.fromName()));
            if (dice.chance(BOX_FULL)) bounce(customer, sender, mail);
            else answer(known.answeredBy(mail.fromName()), mail, dice);
        }
    }

    private void answer(Correspondence known, Incoming mail, Dice dice) throws IOException, InterruptedException {
        pace.pause(dice.between(20, 70));
        String section = known.answers() == 1 && dice.chance(0.25) ? "second question" : "thanks";
        if (known.answers() > 2 || section.equals("thanks") && dice.chance(0.5)) return;
        Occasion occasion = known.occasion();
        Voices voices = new Voices(dice);
        String wrote = occasion.language().equals("nl")
                ? "Op " + occasion.day() + " schreef " + mail.fromName() + " <" + mail.replyTo() + ">:"
                : "On " + occasion.day() + ", " + mail.fromName() + " <" + mail.replyTo() + "> wrote:";
        Letter letter = new Letter(nextId(), occasion.shopper().name(), occasion.shopper().email(), mail.replyTo(),
                "Re: " + mail.subject(),
                voices.general(occasion, section, mail.fromName()) + "\n\n" + occasion.shopper().firstName(), style(dice),
                Optional.of(new Letter.Answered(mail.messageId(), wrote, mail.text())), false);
        send(letter, LetterBytes.of(letter));
    }

    private void judge(Correspondence known, String link, Dice dice) throws IOException, InterruptedException {
        if (dice.chance(LINKS_SCANNED)) surveys.scan(link);
        pace.pause(dice.between(8, 30));
        if (!dice.chance(ANSWERS_SURVEY)) return;
        double warmth = known.answers() > 0 ? 0.5 : -0.5;
        int score = Verdict.score(dice, known.occasion(), warmth, false);
        Optional<String> why = dice.chance(0.85)
                ? Optional.of(new Voices(dice).why(known.occasion(), score, known.agent()))
                : Optional.empty();
        if (surveys.answer(link, new SurveyAnswer(score, why, Verdict.emotion(dice, score)))) {
            System.out.println("answer " + score + " (" + known.occasion().brand().name() + ", " + known.occasion().language() + ")");
        }
    }

    private void beAway(Correspondence known, Incoming mail) throws IOException {
        boolean dutch = known.occasion().language().equals("nl");
        Letter letter = new Letter(nextId(), known.occasion().shopper().name(), known.occasion().shopper().email(),
                mail.replyTo(), (dutch ? "Afwezig: " : "Out of office: ") + mail.subject(),
                dutch ? "Ik ben er maandag weer en lees mijn mail tot die tijd niet." : "I am back on Monday and do not read my mail until then.",
                Letter.Style.PLAIN, Optional.of(new Letter.Answered(mail.messageId(), "", "")), false);
        send(letter, LetterBytes.of(letter, Map.of("Auto-Submitted", "auto-replied", "Precedence", "bulk")));
    }

    private void bounce(String customer, String sender, Incoming mail) throws IOException {
        if (sender.isEmpty()) return;
        byte[] report = Bounce.of(nextId(), customer, sender, mail.messageId());
        try (SmtpClient client = new SmtpClient(host, port)) {
            client.send("", sender, report);
        }
    }

    private void send(Letter letter, byte[] bytes) throws IOException {
        try (SmtpClient client = new SmtpClient(host, port)) {
            client.send(letter.from(), letter.to(), bytes);
        }
    }

    private void breakOff(Letter letter, byte[] bytes) throws IOException {
        try (SmtpClient client = new SmtpClient(host, port)) {
            client.breakOff(letter.from(), letter.to(), bytes);
        }
    }

    private static Letter.Style style(Dice dice) {
        return Letter.Style.values()[dice.weighted(4, 1, 4, 1)];
    }

    private String nextId() {
        return "<" + run + "." + sequence.incrementAndGet() + "@customers.example>";
    }
}
