package nl.hartslag.contacts.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.hartslag.contacts.Silence;
import nl.hartslag.contacts.internal.silence.SilenceFigures;
import nl.hartslag.contacts.internal.silence.SilenceTable;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class SilenceService implements Silence {
    private static final int MOST_DAYS = 90;
    private final SilenceTable rules;
    private final SilenceFigures figures;
    private final SilenceSweep sweep;
    private final SilentHours hours;
    private final MailWay mails;
    private final LeavingOpen leavingOpen;
    private final Audit audit;
    private final Clock clock;

    SilenceService(
            SilenceTable rules, SilenceFigures figures, SilenceSweep sweep, SilentHours hours, MailWay mails, LeavingOpen leavingOpen, Audit audit, Clock clock) {
        this.rules = rules;
        this.figures = figures;
        this.sweep = sweep;
        this.hours = hours;
        this.mails = mails;
        this.leavingOpen = leavingOpen;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Settings of(Access access, BrandId brand) {
        access.require(Permission.ORGANISATION_CONFIGURE, brand);
        return rules.of(brand);
    }

    @Override
    public void set(Access access, BrandId brand, Settings wanted, boolean waitingToo) {
        access.require(Permission.ORGANISATION_CONFIGURE, brand);
        Instant now = clock.instant();
        Settings before = rules.of(brand);
        boolean switchedOn = wanted.active() && !before.active();
        rules.store(brand, wanted, switchedOn ? now : rules.countsFrom(brand).orElse(now));
        Settings after = rules.of(brand);
        Map<String, Object> changed = changed(before, after);
        if (switchedOn) changed.put("waitingToo", waitingToo);
        audit.record(access, "silence.changed", "brand", brand.toString(), Optional.of(brand), changed);
        if (switchedOn) sweep.switchedOn(brand, waitingToo, now);
        else if (after.active()) sweep.lookAgain(brand, now);
    }

    /** Old and new of what is different. */
    private static Map<String, Object> changed(Settings before, Settings after) {
        Map<String, Object> old = facts(before);
        Map<String, Object> now = facts(after);
        now.entrySet().removeIf(entry -> Objects.equals(old.get(entry.getKey()), entry.getValue()));
        old.keySet().retainAll(now.keySet());
        return new LinkedHashMap<>(Map.of("old", old, "new", now));
    }

    private static Map<String, Object> facts(Settings settings) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("active", settings.active());
        facts.put("remindDays", settings.remindDays());
        facts.put("solveDays", settings.solveDays());
        facts.put("mostPerDay", settings.mostPerDay());
        facts.put("remindNl", settings.remindNl());
        facts.put("remindEn", settings.remindEn());
        facts.put("tellsClosing", settings.tellsClosing());
        facts.put("closingNl", settings.closingNl());
        facts.put("closingEn", settings.closingEn());
        facts.put("asksFeedback", settings.asksFeedback());
        facts.put("exempt", settings.exempt().stream().map(Object::toString).toList());
        return facts;
    }

    @Override
    public Preview preview(Access access, BrandId brand, int remindDays, int solveDays) {
        access.require(Permission.ORGANISATION_CONFIGURE, brand);
        new FieldErrors().range("remindDays", remindDays, 1, MOST_DAYS).range("solveDays", solveDays, 1, MOST_DAYS).verify();
        return figures.preview(brand, rules.of(brand), hours.days(brand, remindDays, solveDays), mails.mailOf(brand).isPresent(), clock.instant());
    }

    @Override
    public Figures figures(Access access, BrandId brand) {
        access.require(Permission.ORGANISATION_CONFIGURE, brand);
        return figures.of(brand, clock.instant());
    }

    @Override
    public void leaveOpen(Access access, CaseId id, boolean leftOpen) {
        leavingOpen.set(access, id, leftOpen);
    }
}
