package nl.hartslag.demo.internal.past;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Carriers;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Dice;
import nl.hartslag.demo.internal.company.Occasion;
import nl.hartslag.demo.internal.company.Occasions;
import nl.hartslag.demo.internal.company.Shopper;
import nl.hartslag.demo.internal.company.Shoppers;
import nl.hartslag.feedback.PastAsking;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.ChannelHours;

/** Everybody who came in the eight weeks before now. The same seed and moment give the same weeks. */
public final class EightWeeks {
    public static final int DAYS = 56;
    private static final double A_DAY = 100;
    private static final double[] WEEKDAYS = {1.3, 1.15, 1.0, 1.0, 0.95, 0.7, 0.6};
    /** Visits per hour of the day. */
    private static final double[] HOURS = {
        1, 0.5, 0.3, 0.2, 0.2, 0.5, 2, 4, 8, 12, 13, 11, 8, 10, 11, 10, 9, 7, 5, 7, 9, 7, 4, 2
    };
    /** Extra visits a day because of the new carrier, and the batch of kettles. */
    private static final int EXTRA_BELGIUM = 20;
    private static final int EXTRA_KETTLES = 5;
    /** People come about something they bought not longer ago than this. */
    private static final int COMES_WITHIN_DAYS = 18;

    private final Company company;
    private final Cast cast;
    private final Organisation organisation;
    private final Instant now;
    private final Dice dice = new Dice(Shoppers.SEED + 1);
    private final Occasions occasions;
    private final Storyteller storyteller;
    private final Placing placing;
    private final List<Purchase> purchases;

    private record Purchase(Shopper shopper, Shopper.Bought order) {}

    /** @param past the customers who may have come before */
    public EightWeeks(Company company, Cast cast, Organisation organisation, List<Shopper> past, Instant now) {
        this.company = company;
        this.cast = cast;
        this.organisation = organisation;
        this.now = now;
        this.occasions = new Occasions(company, dice, now);
        this.storyteller = new Storyteller(cast, dice);
        this.placing = new Placing(company, dice);
        this.purchases = past.stream()
                .flatMap(shopper -> shopper.orders().stream().map(order -> new Purchase(shopper, order)))
                .toList();
    }

    /** @param cases for the import door of contacts; @param askings for that of feedback */
    public record Past(List<nl.hartslag.contacts.ContactsImport.PastCase> cases, List<PastAsking> askings) {}

    public Past tell() {
        List<Told> told = new ArrayList<>();
        for (int daysAgo = DAYS; daysAgo >= 0; daysAgo--) tellDay(daysAgo, told);
        told.sort(Comparator.comparing(each -> each.pastCase().openedAt()));
        Askings askings = new Askings(cast, company, dice, now);
        return new Past(
                told.stream().map(Told::pastCase).toList(),
                told.stream()
                        .sorted(Comparator.comparing(each -> each.lastContact().endedAt()))
                        .map(askings::about).flatMap(Optional::stream).toList());
    }

    private void tellDay(int daysAgo, List<Told> told) {
        LocalDate day = LocalDate.ofInstant(now, ZoneId.of("Europe/Amsterdam")).minusDays(daysAgo);
        double busy = WEEKDAYS[day.getDayOfWeek().getValue() - 1];
        List<Purchase> recent = purchases.stream()
                .filter(each -> each.order().daysAgo() > daysAgo && each.order().daysAgo() <= daysAgo + COMES_WITHIN_DAYS)
                .toList();
        Map<String, List<Purchase>> fitting = new HashMap<>();
        int visits = (int) Math.round(dice.normal(A_DAY * busy, 6));
        for (int i = 0; i < visits && !recent.isEmpty(); i++) {
            String brand = dice.one(recent).shopper().brand();
            come(occasions.usual(brand), brand, purchase -> purchase.shopper().brand().equals(brand), recent, fitting, day, daysAgo, told);
        }
        if (daysAgo < Carriers.CHANGE_DAYS_AGO - 5) {
            for (int i = 0; i < (int) (EXTRA_BELGIUM * busy); i++) {
                come(occasions.withNewCarrier(), "new carrier", purchase -> purchase.order().carrier().equals(Carriers.NEW_IN_BELGIUM),
                        recent, fitting, day, daysAgo, told);
            }
        }
        if (daysAgo <= Occasions.KETTLE_FROM_DAYS_AGO && daysAgo >= Occasions.KETTLE_UNTIL_DAYS_AGO) {
            for (int i = 0; i < (int) (EXTRA_KETTLES * busy); i++) {
                come("product-fault", "kettles", purchase -> Occasions.hasKettle(purchase.order()), recent, fitting, day, daysAgo, told);
            }
        }
    }

    /** Somebody comes about this whose order was, that day, where people ask it; nobody comes when there is no such order. */
    private void come(String subject, String whose, Predicate<Purchase> these, List<Purchase> recent,
            Map<String, List<Purchase>> fitting, LocalDate day, int daysAgo, List<Told> told) {
        List<Purchase> from = fitting.computeIfAbsent(whose + "/" + subject, _ -> recent.stream()
                .filter(these)
                .filter(purchase -> occasions.fits(subject, purchase.shopper(), purchase.order(), day))
                .toList());
        if (from.isEmpty()) return;
        Purchase purchase = dice.one(from);
        visit(purchase, occasions.withKettle(subject, purchase.order(), daysAgo), day, daysAgo).ifPresent(told::add);
    }

    private Optional<Told> visit(Purchase purchase, String subject, LocalDate day, int daysAgo) {
        Shopper shopper = purchase.shopper();
        Occasion occasion = occasions.of(shopper, purchase.order(), subject, day);
        Instant at = day.atTime(dice.weighted(HOURS), dice.between(0, 59), dice.between(0, 59))
                .atZone(ZoneId.of(occasion.brand().zone())).toInstant();
        if (!at.isBefore(now.minusSeconds(3600))) return Optional.empty();
        ChannelHours chat = organisation.hours(cast.brands.get(shopper.brand()), Placing.CHAT);
        boolean chats = chat.isOpen(at) && chat.isOpen(at.plusSeconds(900)) && dice.chance(0.5);
        String channel = chats ? Placing.CHAT : Placing.MAIL;
        ChannelHours hours = chats ? chat : organisation.hours(cast.brands.get(shopper.brand()), Placing.MAIL);
        Company.Queue queue = placing.queue(occasion, chats, at.atZone(hours.zone()).toLocalDateTime());
        PastVisit visit = new PastVisit(occasion, channel, queue, placing.agent(queue), hours, at, backlog(shopper.brand(), daysAgo));
        return chats ? Optional.of(storyteller.chat(visit)) : storyteller.mail(visit, now);
    }

    /** The two weeks after the change of carrier the first brand could hardly keep up. */
    private static double backlog(String brand, int daysAgo) {
        if (!brand.equals("lindenhof")) return 1;
        if (daysAgo < Carriers.CHANGE_DAYS_AGO && daysAgo >= 14) return 2.6;
        return daysAgo < 14 ? 1.4 : 1;
    }
}
