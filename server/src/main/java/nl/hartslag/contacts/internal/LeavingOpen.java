package nl.hartslag.contacts.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.hartslag.contacts.internal.CaseRows.Held;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.SilenceRecord;
import nl.hartslag.contacts.internal.silence.SilenceTable;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import org.springframework.stereotype.Component;

/** A person keeps a case from the rule, or lets it be again; its conversation tells who did. */
@Component
class LeavingOpen {
    private final CaseRows rows;
    private final SilenceTable rules;
    private final SilentSpans spans;
    private final SilentCase silent;
    private final EventLines lines;
    private final CaseNews news;
    private final Clock clock;

    LeavingOpen(CaseRows rows, SilenceTable rules, SilentSpans spans, SilentCase silent, EventLines lines, CaseNews news, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.spans = spans;
        this.silent = silent;
        this.lines = lines;
        this.news = news;
        this.clock = clock;
    }

    void set(Access access, CaseId id, boolean leftOpen) {
        CasesRecord seen = rows.seen(access, id, Permission.CONTACTS_HANDLE);
        Held held = rows.hold(id);
        Optional<SilenceRecord> running = rules.active(seen.getBrandId()) ? spans.running(id.value()) : Optional.empty();
        SilenceRecord span = running.orElseThrow(LeavingOpen::notWaiting);
        ConversationRecord conversation = silent.asked(id.value()).orElseThrow(LeavingOpen::notWaiting);
        if (leftOpen == (span.getLeftOpenAt() != null)) return;
        Instant now = clock.instant();
        span.setLeftOpenAt(leftOpen ? now : null);
        span.setLeftOpenBy(leftOpen ? access.user().value() : null);
        span.update();
        if (!leftOpen) resume(span, now);
        lines.done(new ConversationId(conversation.getId()), access, null, leftOpen ? "silence.left-open" : "silence.resumed");
        news.changed(access, held.caseOf(id));
    }

    private static Problem notWaiting() {
        return Problem.of("silence/not-waiting", 409);
    }

    /** What came due while it was left open is not made up for at once. */
    private void resume(SilenceRecord span, Instant now) {
        if (!due(span).isAfter(now)) span.setSince(now);
        span.update();
        spans.look(span, due(span));
    }

    private Instant due(SilenceRecord span) {
        SilentCase.Moments moments = silent.moments(span);
        return span.getRemindedAt() == null ? moments.remindAt() : moments.solveAt();
    }
}
