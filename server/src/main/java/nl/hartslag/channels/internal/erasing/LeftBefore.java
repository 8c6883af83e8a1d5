package nl.hartslag.channels.internal.erasing;

import static nl.hartslag.channels.internal.db.Tables.CAPTURED_MAIL;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.channels.internal.db.tables.records.CapturedMailRecord;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.platform.blobs.ReleasedBlobs;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import org.jooq.DSLContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mail that was kept before its conversation was noted with it gets its conversation, some at a time. What was said in it may have been erased
 * since: then it goes, as it would have gone with it.
 */
@Component
class LeftBefore implements TimerHandler {
    private static final String KIND = "channels.left-before";
    private static final int AT_ONCE = 200;
    private final DSLContext db;
    private final Contacts contacts;
    private final ReleasedBlobs files;
    private final Timers timers;
    private final Clock clock;

    LeftBefore(DSLContext db, Contacts contacts, ReleasedBlobs files, Timers timers, Clock clock) {
        this.db = db;
        this.contacts = contacts;
        this.files = files;
        this.timers = timers;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void begin() {
        if (db.fetchExists(CAPTURED_MAIL, CAPTURED_MAIL.CONVERSATION_ID.isNull())) timers.schedule(KIND, "all", clock.instant(), Map.of());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        List<CapturedMailRecord> some = db.selectFrom(CAPTURED_MAIL).where(CAPTURED_MAIL.CONVERSATION_ID.isNull()).orderBy(CAPTURED_MAIL.ID).limit(AT_ONCE).fetch();
        for (CapturedMailRecord mail : some) {
            Optional<ConversationId> said = contacts.keeps(new MessageId(mail.getMessageId()));
            if (said.isPresent()) {
                db.update(CAPTURED_MAIL).set(CAPTURED_MAIL.CONVERSATION_ID, said.get().value()).where(CAPTURED_MAIL.ID.eq(mail.getId())).execute();
            } else if (db.deleteFrom(CAPTURED_MAIL).where(CAPTURED_MAIL.ID.eq(mail.getId())).execute() > 0) {
                files.release(List.of(mail.getBlobHash()));
            }
        }
        if (some.size() == AT_ONCE) timers.schedule(KIND, "all", clock.instant(), Map.of());
    }
}
