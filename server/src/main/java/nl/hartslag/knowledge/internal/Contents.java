package nl.hartslag.knowledge.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.knowledge.GuidelineContent;
import nl.hartslag.knowledge.GuidelineContent.Step;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Uuid7;
import org.springframework.stereotype.Component;

/** What a guideline may say: a draft may be half done, what holds is complete in both languages. */
@Component
class Contents {
    static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int TITLE = 120;
    private static final int SHORT = 400;
    private static final int LONG = 4_000;
    private static final int MOST_STEPS = 20;
    private static final int MOST_CHOSEN = 100;
    private final Organisation organisation;

    Contents(Organisation organisation) {
        this.organisation = organisation;
    }

    /** As it is kept: without spaces around texts, each step with a key of its own. @throws nl.hartslag.platform.problem.Problem by field */
    GuidelineContent draft(BrandId brand, GuidelineContent wanted) {
        FieldErrors errors = new FieldErrors()
                .check(!(wanted.titleNl().isBlank() && wanted.titleEn().isBlank()), "titleNl", "required")
                .notLonger("titleNl", wanted.titleNl(), TITLE).notLonger("titleEn", wanted.titleEn(), TITLE)
                .notLonger("purposeNl", wanted.purposeNl(), SHORT).notLonger("purposeEn", wanted.purposeEn(), SHORT)
                .notLonger("ruleNl", wanted.ruleNl(), LONG).notLonger("ruleEn", wanted.ruleEn(), LONG)
                .notLonger("expectNl", wanted.expectNl(), LONG).notLonger("expectEn", wanted.expectEn(), LONG)
                .atMost("reasons", wanted.reasons(), MOST_CHOSEN)
                .check(wanted.reasons().stream().allMatch(one -> organisation.reason(one).filter(found -> found.brand().equals(brand)).isPresent()), "reasons", "unknown")
                .atMost("channels", wanted.channels(), MOST_CHOSEN)
                .check(wanted.channels().stream().allMatch(one -> CHANNEL.matcher(one).matches()), "channels", "pattern")
                .atMost("steps", wanted.steps(), MOST_STEPS);
        for (int i = 0; i < wanted.steps().size(); i++) lengths(errors, "steps." + i + ".", wanted.steps().get(i));
        errors.verify();
        Set<String> used = new HashSet<>();
        return new GuidelineContent(wanted.titleNl().strip(), wanted.titleEn().strip(), wanted.purposeNl().strip(), wanted.purposeEn().strip(),
                wanted.ruleNl().strip(), wanted.ruleEn().strip(), wanted.expectNl().strip(), wanted.expectEn().strip(),
                wanted.reasons().stream().distinct().toList(), wanted.stages().stream().distinct().toList(), wanted.channels().stream().distinct().toList(),
                wanted.steps().stream().map(one -> kept(one, used)).toList());
    }

    void complete(GuidelineContent content) {
        FieldErrors errors = new FieldErrors()
                .text("titleNl", content.titleNl(), TITLE).text("titleEn", content.titleEn(), TITLE)
                .text("purposeNl", content.purposeNl(), SHORT).text("purposeEn", content.purposeEn(), SHORT)
                .check(!content.steps().isEmpty(), "steps", "required");
        both(errors, "rule", content.ruleNl(), content.ruleEn());
        both(errors, "expect", content.expectNl(), content.expectEn());
        for (int i = 0; i < content.steps().size(); i++) {
            Step step = content.steps().get(i);
            String at = "steps." + i + ".";
            errors.text(at + "whatNl", step.whatNl(), SHORT).text(at + "whatEn", step.whatEn(), SHORT);
            both(errors, at + "back", step.backNl(), step.backEn());
            both(errors, at + "say", step.sayNl(), step.sayEn());
        }
        errors.verify();
    }

    /** Everything in it that a person reads. */
    static String words(GuidelineContent content) {
        return Stream.concat(
                        Stream.of(content.titleNl(), content.titleEn(), content.purposeNl(), content.purposeEn(), content.ruleNl(), content.ruleEn(),
                                content.expectNl(), content.expectEn()),
                        content.steps().stream().flatMap(one -> Stream.of(one.whatNl(), one.whatEn(), one.backNl(), one.backEn(), one.sayNl(), one.sayEn())))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Left out in both languages or written in both. */
    private static void both(FieldErrors errors, String field, String dutch, String english) {
        errors.check(!dutch.isBlank() || english.isBlank(), field + "Nl", "required").check(!english.isBlank() || dutch.isBlank(), field + "En", "required");
    }

    private static void lengths(FieldErrors errors, String at, Step step) {
        errors.notLonger(at + "whatNl", step.whatNl(), SHORT).notLonger(at + "whatEn", step.whatEn(), SHORT)
                .notLonger(at + "backNl", step.backNl(), LONG).notLonger(at + "backEn", step.backEn(), LONG)
                .notLonger(at + "sayNl", step.sayNl(), LONG).notLonger(at + "sayEn", step.sayEn(), LONG);
    }

    private static Step kept(Step step, Set<String> used) {
        String key = step.key().isBlank() || step.key().length() > 40 || !used.add(step.key()) ? Uuid7.next().toString() : step.key();
        return new Step(key, step.whatNl().strip(), step.whatEn().strip(), step.backNl().strip(), step.backEn().strip(), step.sayNl().strip(), step.sayEn().strip());
    }

    static List<String> stages(GuidelineContent content) {
        return content.stages().stream().map(Enum::name).toList();
    }
}
