package nl.hartslag.demo.internal.past;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Dice;
import nl.hartslag.demo.internal.company.Occasion;

/** In which queue a visit waited and who of the people that fit it helped. */
final class Placing {
    static final String MAIL = "email";
    static final String CHAT = "webchat";

    private static final double SPECIAL_CARE = 0.12;
    private static final int EVENING_FROM = 18;

    private final Company company;
    private final Dice dice;

    Placing(Company company, Dice dice) {
        this.company = company;
        this.dice = dice;
    }

    Company.Queue queue(Occasion occasion, boolean chat, LocalDateTime at) {
        boolean lindenhof = occasion.brand().key().equals("lindenhof");
        if (chat) return queue(lindenhof ? "lh-chat" : outOfOffice(at) ? "bn-evening" : "bn-chat");
        if (lindenhof && occasion.mood().equals("upset") && dice.chance(SPECIAL_CARE)) return queue("lh-care");
        if (lindenhof) return queue(occasion.reason().startsWith("delivery") ? "lh-delivery" : "lh-mail");
        return queue(occasion.reason().startsWith("product") ? "bn-product" : "bn-mail");
    }

    private static boolean outOfOffice(LocalDateTime at) {
        return at.getHour() >= EVENING_FROM || at.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private Company.Queue queue(String key) {
        return company.queues().stream().filter(queue -> queue.key().equals(key)).findFirst().orElseThrow();
    }

    Company.Person agent(Company.Queue queue) {
        List<Company.Person> fit = company.people().stream()
                .filter(person -> person.answersCustomers() && person.fits(queue) && person.partner().equals(queue.partner()))
                .toList();
        return dice.one(fit);
    }
}
