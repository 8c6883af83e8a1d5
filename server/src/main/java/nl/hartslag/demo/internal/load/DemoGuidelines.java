package nl.hartslag.demo.internal.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Table;
import nl.hartslag.demo.internal.past.EightWeeks;
import nl.hartslag.demo.internal.past.Guided;
import nl.hartslag.knowledge.GuidelineContent;
import nl.hartslag.knowledge.GuidelineContent.Stage;
import nl.hartslag.knowledge.GuidelineContent.Step;
import nl.hartslag.knowledge.Guidelines;
import nl.hartslag.knowledge.Guidelines.Guideline;
import nl.hartslag.knowledge.GuidelinesImport;
import nl.hartslag.knowledge.TalkPhases;
import nl.hartslag.knowledge.TalkPhases.Phases;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.GuidelineId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How the demo company usually helps, what its people made of that, and the phases of a chat at one of its brands. */
@Component
@Profile("demo")
class DemoGuidelines {
    private static final String SHOWS_PHASES = "brightnest";
    private static final List<String> IN_CHAT = List.of("webchat");
    private final Guidelines guidelines;
    private final GuidelinesImport past;
    private final TalkPhases phases;
    private final People people;
    /** By brand and key. */
    private final Map<String, GuidelineId> made = new HashMap<>();

    DemoGuidelines(Guidelines guidelines, GuidelinesImport past, TalkPhases phases, People people) {
        this.guidelines = guidelines;
        this.past = past;
        this.phases = phases;
        this.people = people;
    }

    void load(Cast cast) {
        for (Table.Row row : Table.read("guidelines")) {
            for (String brand : row.list("brands")) made.put(brand + "/" + row.text("key"), publish(row, brand, cast));
        }
        BrandId brand = cast.brands.get(SHOWS_PHASES);
        Access access = DemoAccess.of(cast);
        Phases usual = phases.phases(access, brand);
        phases.change(access, brand, new Phases(IN_CHAT, usual.phases(), usual.version()));
    }

    void past(Company company, Cast cast, EightWeeks.Past weeks, Instant now) {
        Access access = DemoAccess.of(cast);
        Map<GuidelineId, GuidelineContent> contents = new HashMap<>();
        made.values().forEach(id -> contents.put(id, guidelines.guideline(access, id).content()));
        past.store(new Guided(company, cast, made, contents).uses(weeks, now));
    }

    private GuidelineId publish(Table.Row row, String brand, Cast cast) {
        Access owner = people.access(cast.people.get(row.text("owner"))).orElseThrow();
        List<Step> steps = new ArrayList<>();
        for (Table.Row step : Table.read("guideline-steps")) {
            if (step.text("guideline").equals(row.text("key"))) {
                steps.add(new Step("", step.text("whatNl"), step.text("whatEn"), step.text("backNl"), step.text("backEn"), step.text("sayNl"), step.text("sayEn")));
            }
        }
        GuidelineContent content = new GuidelineContent(row.text("titleNl"), row.text("titleEn"), row.text("purposeNl"), row.text("purposeEn"),
                row.text("ruleNl"), row.text("ruleEn"), row.text("expectNl"), row.text("expectEn"),
                row.list("reasons").stream().map(one -> cast.reason(brand, one)).toList(),
                row.list("stages").stream().map(Stage::valueOf).toList(), row.list("channels"), steps);
        GuidelineId id = guidelines.create(owner, cast.brands.get(brand), content);
        Guideline published = guidelines.publish(owner, id, "", 0);
        return published.id();
    }
}
