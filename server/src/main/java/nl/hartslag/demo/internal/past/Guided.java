package nl.hartslag.demo.internal.past;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.hartslag.contacts.ContactsImport.PastCase;
import nl.hartslag.contacts.ContactsImport.PastContact;
import nl.hartslag.contacts.ContactsImport.PastConversation;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Dice;
import nl.hartslag.demo.internal.company.Shoppers;
import nl.hartslag.demo.internal.company.Table;
import nl.hartslag.knowledge.GuidelineContent;
import nl.hartslag.knowledge.GuidelineUse.Kind;
import nl.hartslag.knowledge.GuidelineUse.NewMark;
import nl.hartslag.knowledge.GuidelineUse.Situation;
import nl.hartslag.knowledge.GuidelinesImport.PastUse;
import nl.hartslag.shared.GuidelineId;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;

/** What people made of guidelines in the past weeks: mostly nothing, often what they say, at times something better. */
public final class Guided {
    private static final double BESIDE = 0.08;
    private static final double OFTEN_ENOUGH = 0.15;
    private static final double OPENED = 0.55;
    private static final double FOLLOWED = 0.5;
    private static final double DEVIATED = 0.22;
    private static final double MISFIT = 0.04;
    private static final double LEARNED = 0.7;
    private static final Duration LOOKED_AT_BY_NOW = Duration.ofDays(6);
    private final Company company;
    private final Cast cast;
    private final Map<String, GuidelineId> made;
    private final Map<GuidelineId, GuidelineContent> contents;
    private final Dice dice = new Dice(Shoppers.SEED + 9);
    private final List<Table.Row> reasons = Table.read("reasons");
    private final List<Table.Row> whys = Table.read("guideline-whys");
    private final List<Table.Row> lessons = Table.read("guideline-lessons");

    /** @param made by brand and key; @param contents what each says */
    public Guided(Company company, Cast cast, Map<String, GuidelineId> made, Map<GuidelineId, GuidelineContent> contents) {
        this.company = company;
        this.cast = cast;
        this.made = made;
        this.contents = contents;
    }

    public List<PastUse> uses(EightWeeks.Past weeks, Instant now) {
        List<PastUse> uses = new ArrayList<>();
        for (PastCase one : weeks.cases()) {
            if (!dice.chance(BESIDE)) continue;
            PastConversation conversation = one.conversations().getFirst();
            for (Company.Brand brand : company.brands()) {
                if (cast.brands.get(brand.key()).equals(one.brand())) beside(brand, conversation, uses, now);
            }
        }
        return uses;
    }

    private void beside(Company.Brand brand, PastConversation conversation, List<PastUse> uses, Instant now) {
        PastContact contact = conversation.contacts().getLast();
        made.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .filter(each -> each.getKey().startsWith(brand.key() + "/") && fits(contents.get(each.getValue()), brand, contact.reason()))
                .forEach(each -> uses.add(use(each.getKey().substring(brand.key().length() + 1), each.getValue(), brand, conversation, contact, now)));
    }

    /** What is for everything is looked at now and then. */
    private boolean fits(GuidelineContent content, Company.Brand brand, @Nullable ReasonId reason) {
        if (content.reasons().isEmpty()) return dice.chance(OFTEN_ENOUGH);
        return reason != null && (content.reasons().contains(reason) || reasons.stream()
                .filter(row -> row.optional("parent").isPresent() && cast.reason(brand.key(), row.text("key")).equals(reason))
                .anyMatch(row -> content.reasons().contains(cast.reason(brand.key(), row.text("parent")))));
    }

    private PastUse use(String key, GuidelineId guideline, Company.Brand brand, PastConversation conversation, PastContact contact, Instant now) {
        Situation situation = new Situation(contact.id(), conversation.id(), cast.brands.get(brand.key()), contact.partner(), conversation.channel(), contact.reason(), null);
        boolean opened = dice.chance(OPENED);
        List<NewMark> marks = opened ? marks(key, guideline, brand) : List.of();
        boolean teaches = marks.stream().anyMatch(one -> one.why() != null);
        boolean learned = teaches && contact.endedAt().isBefore(now.minus(LOOKED_AT_BY_NOW)) && dice.chance(LEARNED);
        return new PastUse(situation, guideline, contact.endedAt(), opened, marks, contact.endedBy(), learned ? lesson(brand) : null);
    }

    private List<NewMark> marks(String key, GuidelineId guideline, Company.Brand brand) {
        List<GuidelineContent.Step> steps = contents.get(guideline).steps();
        if (dice.chance(MISFIT)) return List.of(new NewMark(null, Kind.DOES_NOT_FIT, null));
        List<Table.Row> known = whys.stream().filter(row -> row.text("guideline").equals(key)).toList();
        if (dice.chance(DEVIATED) && !known.isEmpty()) {
            Table.Row why = dice.one(known);
            return List.of(new NewMark(steps.getFirst().key(), Kind.DONE, null), new NewMark(steps.get(why.number("step")).key(), Kind.DEVIATED, why.text(brand.language())));
        }
        return dice.chance(FOLLOWED) ? List.of(new NewMark(null, Kind.FOLLOWED, null)) : List.of();
    }

    private @Nullable String lesson(Company.Brand brand) {
        return dice.one(lessons).text(brand.language());
    }
}
