package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_MARK;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.knowledge.GuidelineContent;
import nl.hartslag.knowledge.GuidelineUse;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.GuidelineId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class GuidelineUseService implements GuidelineUse {
    private static final Set<Kind> OF_STEPS = Set.of(Kind.DONE, Kind.SKIPPED, Kind.DEVIATED);
    private static final Set<Kind> OF_THE_WHOLE = Set.of(Kind.FOLLOWED, Kind.DEVIATED, Kind.DOES_NOT_FIT);
    private static final int LONGEST_WHY = 300;
    private final DSLContext db;
    private final FittingGuidelines fitting;
    private final Uses uses;
    private final MarkedWords words;
    private final GuidelineReading reading;
    private final StoredJson json;
    private final LiveStream live;
    private final Clock clock;

    GuidelineUseService(DSLContext db, FittingGuidelines fitting, Uses uses, MarkedWords words, GuidelineReading reading, StoredJson json, LiveStream live, Clock clock) {
        this.db = db;
        this.fitting = fitting;
        this.uses = uses;
        this.words = words;
        this.reading = reading;
        this.json = json;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public List<Fitting> fitting(Situation contact, boolean noted) {
        List<Fitting> fit = fitting.of(contact);
        if (noted) fit.forEach(one -> uses.shown(contact, one.id(), one.number(), clock.instant()));
        return fit;
    }

    @Override
    public List<Fitting> search(Situation contact, String words) {
        return fitting.search(contact, words);
    }

    @Override
    public Opened read(Situation contact, GuidelineId guideline) {
        return view(contact, guideline, uses.numberFor(contact, guideline));
    }

    @Override
    public Opened open(Situation contact, GuidelineId guideline) {
        int number = uses.numberFor(contact, guideline);
        uses.opened(contact, guideline, number, clock.instant());
        return view(contact, guideline, number);
    }

    @Override
    public Opened mark(Situation contact, GuidelineId guideline, NewMark mark, UserId person) {
        int number = uses.numberFor(contact, guideline);
        GuidelineContent content = content(guideline, number);
        verify(content, mark);
        var use = uses.opened(contact, guideline, number, clock.instant());
        if (uses.mark(use, contact, mark, person, clock.instant())) tell(contact, guideline);
        return view(contact, guideline, number);
    }

    @Override
    public void forget(ConversationId conversation) {
        words.forget(List.of(conversation.value()));
    }

    private static void verify(GuidelineContent content, NewMark mark) {
        String step = mark.step();
        if (step != null && content.steps().stream().noneMatch(one -> one.key().equals(step))) throw Problem.invalid("step", "unknown");
        new FieldErrors()
                .check(mark.kind() == null || (step == null ? OF_THE_WHOLE : OF_STEPS).contains(mark.kind()), "kind", "invalid")
                .check(mark.kind() != Kind.DEVIATED || (mark.why() != null && !mark.why().isBlank()), "why", "required")
                .notLonger("why", mark.why(), LONGEST_WHY)
                .verify();
    }

    private GuidelineContent content(GuidelineId guideline, int number) {
        return json.content(reading.version(guideline.value(), number).getContent());
    }

    private Opened view(Situation contact, GuidelineId guideline, int number) {
        List<Mark> marks = db.selectFrom(GUIDELINE_MARK)
                .where(GUIDELINE_MARK.CONTACT_ID.eq(contact.contact().value()))
                .and(GUIDELINE_MARK.GUIDELINE_ID.eq(guideline.value()))
                .and(GUIDELINE_MARK.NUMBER.eq(number))
                .fetch(row -> new Mark(row.getStep(), Uses.kind(row.getKind()), row.getWhy(), row.getHandledAt() != null));
        Integer newer = uses.holding(contact, guideline).filter(holds -> holds != number).orElse(null);
        return new Opened(guideline, number, newer, content(guideline, number), marks);
    }

    private void tell(Situation contact, GuidelineId guideline) {
        Map<String, UUID> what = Map.of("contact", contact.contact().value(), "guideline", guideline.value());
        live.publish(LiveEvent.ofBrand("guideline.marked", contact.brand(), contact.partner(), Permission.CONTACTS_VIEW, what));
    }
}
