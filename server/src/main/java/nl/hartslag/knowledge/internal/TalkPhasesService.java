package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.TALK;
import static nl.hartslag.knowledge.internal.db.Tables.TALK_PHASES;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.knowledge.GuidelineUse.Situation;
import nl.hartslag.knowledge.TalkPhases;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class TalkPhasesService implements TalkPhases {
    private static final int MOST_PHASES = 8;
    private static final int MOST_HINTS = 6;
    private static final int NAME = 40;
    private static final int HINT = 200;
    private final DSLContext db;
    private final StoredJson json;
    private final UsualPhases usual;
    private final Audit audit;
    private final LiveStream live;
    private final Clock clock;

    TalkPhasesService(DSLContext db, StoredJson json, UsualPhases usual, Audit audit, LiveStream live, Clock clock) {
        this.db = db;
        this.json = json;
        this.usual = usual;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public Phases phases(Access access, BrandId brand) {
        access.require(Permission.GUIDELINES_WRITE, brand);
        return of(brand);
    }

    @Override
    public Phases change(Access access, BrandId brand, Phases wanted) {
        access.require(Permission.GUIDELINES_WRITE, brand);
        verify(wanted);
        Set<String> used = new HashSet<>();
        List<Phase> phases = wanted.phases().stream().map(one -> kept(one, used)).toList();
        String[] channels = wanted.channels().stream().distinct().toArray(String[]::new);
        Phases before = of(brand);
        boolean stored = wanted.version() == 0
                ? db.insertInto(TALK_PHASES, TALK_PHASES.BRAND_ID, TALK_PHASES.CHANNELS, TALK_PHASES.PHASES, TALK_PHASES.VERSION)
                        .values(brand.value(), channels, json.of(phases), 1).onConflictDoNothing().execute() > 0
                : db.update(TALK_PHASES).set(TALK_PHASES.CHANNELS, channels).set(TALK_PHASES.PHASES, json.of(phases)).set(TALK_PHASES.VERSION, wanted.version() + 1)
                        .where(TALK_PHASES.BRAND_ID.eq(brand.value())).and(TALK_PHASES.VERSION.eq(wanted.version())).execute() > 0;
        if (!stored) throw Problem.of("guidelines/phases-changed", 409);
        Phases now = of(brand);
        audit.record(access, "talk-phases.changed", "brand", brand.toString(), Optional.of(brand), Map.of("old", before, "new", now));
        live.publish(LiveEvent.ofBrand("talk.phases-changed", brand, Optional.empty(), Permission.CONTACTS_VIEW, Map.of("brand", brand)));
        return now;
    }

    @Override
    public Talk talk(Situation contact) {
        Phases phases = of(contact.brand());
        if (!phases.channels().contains(contact.channel())) return new Talk(List.of(), null);
        String now = db.select(TALK.PHASE).from(TALK).where(TALK.CONTACT_ID.eq(contact.contact().value())).fetchOne(TALK.PHASE);
        return new Talk(phases.phases(), phases.phases().stream().anyMatch(one -> one.key().equals(now)) ? now : null);
    }

    @Override
    public Talk move(Situation contact, @Nullable String phase) {
        if (phase == null) {
            db.deleteFrom(TALK).where(TALK.CONTACT_ID.eq(contact.contact().value())).execute();
        } else {
            if (of(contact.brand()).phases().stream().noneMatch(one -> one.key().equals(phase))) throw Problem.invalid("phase", "unknown");
            db.insertInto(TALK, TALK.CONTACT_ID, TALK.BRAND_ID, TALK.PHASE, TALK.MOVED_AT).values(contact.contact().value(), contact.brand().value(), phase, clock.instant())
                    .onConflict(TALK.CONTACT_ID).doUpdate().set(TALK.PHASE, phase).set(TALK.MOVED_AT, clock.instant()).execute();
        }
        live.publish(LiveEvent.ofBrand("talk.moved", contact.brand(), contact.partner(), Permission.CONTACTS_VIEW, Map.of("contact", contact.contact())));
        return talk(contact);
    }

    private Phases of(BrandId brand) {
        return db.selectFrom(TALK_PHASES).where(TALK_PHASES.BRAND_ID.eq(brand.value()))
                .fetchOptional(row -> new Phases(List.of(row.getChannels()), json.phases(row.getPhases()), row.getVersion()))
                .orElseGet(() -> new Phases(List.of(), usual.phases(), 0));
    }

    private static void verify(Phases wanted) {
        FieldErrors errors = new FieldErrors()
                .check(!wanted.phases().isEmpty(), "phases", "required")
                .atMost("phases", wanted.phases(), MOST_PHASES)
                .check(wanted.channels().stream().allMatch(one -> Contents.CHANNEL.matcher(one).matches()), "channels", "pattern");
        for (int i = 0; i < wanted.phases().size(); i++) {
            Phase phase = wanted.phases().get(i);
            String at = "phases." + i + ".";
            errors.text(at + "nameNl", phase.nameNl(), NAME).text(at + "nameEn", phase.nameEn(), NAME).atMost(at + "hints", phase.hints(), MOST_HINTS);
            for (int j = 0; j < phase.hints().size(); j++) {
                errors.text(at + "hints." + j + ".nl", phase.hints().get(j).nl(), HINT).text(at + "hints." + j + ".en", phase.hints().get(j).en(), HINT);
            }
        }
        errors.verify();
    }

    private static Phase kept(Phase phase, Set<String> used) {
        String key = phase.key().isBlank() || phase.key().length() > 40 || !used.add(phase.key()) ? Uuid7.next().toString() : phase.key();
        return new Phase(key, phase.nameNl().strip(), phase.nameEn().strip(),
                phase.hints().stream().map(one -> new Hint(one.nl().strip(), one.en().strip())).toList());
    }
}
