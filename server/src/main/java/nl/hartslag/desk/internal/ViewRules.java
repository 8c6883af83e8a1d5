package nl.hartslag.desk.internal;

import java.util.List;
import java.util.Set;
import nl.hartslag.desk.SavedViews.Conditions;
import nl.hartslag.desk.SavedViews.ViewContent;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.shared.Visible;
import org.jspecify.annotations.Nullable;

/** What a view may ask. */
final class ViewRules {
    private static final Set<String> MEDIA = Set.of("mail", "chat", "call");
    private static final int NAME = 60;
    private static final int WORDS = 100;
    private static final int MOST = 100;
    private static final int YEAR = 366 * 24;

    private ViewRules() {}

    /** As it is kept. @throws nl.hartslag.platform.problem.Problem by field */
    static ViewContent kept(ViewContent wanted) {
        Conditions kept = kept(wanted.conditions());
        new FieldErrors()
                .check(!Visible.nothing(wanted.name()), "name", "required").notLonger("name", wanted.name(), NAME)
                .check(!kept.equals(Conditions.NONE), "conditions", "choose-one")
                .verify();
        return new ViewContent(wanted.name().strip(), wanted.team(), kept);
    }

    static Conditions kept(Conditions asked) {
        FieldErrors errors = new FieldErrors()
                .check(MEDIA.containsAll(asked.media()), "media", "unknown")
                .notLonger("words", asked.words(), WORDS);
        hours(errors, "dueWithinHours", asked.dueWithinHours(), 0);
        hours(errors, "waitsHours", asked.waitsHours(), 1);
        errors.atMost("brands", asked.brands(), MOST).atMost("queues", asked.queues(), MOST).atMost("subStates", asked.subStates(), MOST)
                .atMost("groups", asked.groups(), MOST)
                .verify();
        return new Conditions(once(asked.whose()), once(asked.brands()), once(asked.queues()), once(asked.media()), once(asked.priorities()), once(asked.subStates()),
                once(asked.groups()), asked.turn(), asked.dueWithinHours(), asked.waitsHours(), asked.unread(), asked.undelivered(), words(asked.words()));
    }

    private static void hours(FieldErrors errors, String field, @Nullable Integer hours, int least) {
        if (hours != null) errors.range(field, hours, least, YEAR);
    }

    private static <T> List<T> once(List<T> chosen) {
        return chosen.stream().distinct().toList();
    }

    private static @Nullable String words(@Nullable String typed) {
        return typed == null || Visible.nothing(typed) ? null : typed.strip();
    }
}
