package nl.hartslag.contacts.internal.erasing;

import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import nl.hartslag.platform.privacy.Perishable;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What was said, as an erasure takes it; whose conversation it was stays known. */
@Component
class ContentPerishes implements Perishable {
    private final DSLContext db;
    private final ClosedLongAgo closed;
    private final Content content;

    ContentPerishes(DSLContext db, ClosedLongAgo closed, Content content) {
        this.db = db;
        this.closed = closed;
        this.content = content;
    }

    @Override
    public String kind() {
        return "content";
    }

    @Override
    public SortedMap<YearMonth, Integer> due(Kept kept) {
        return closed.months(kept, DSL.noCondition());
    }

    @Override
    public List<First> first(Kept kept, int limit) {
        return closed.first(kept, DSL.noCondition(), limit);
    }

    @Override
    public int take(Kept kept, int limit) {
        var held = db.selectFrom(CONVERSATION).where(CONVERSATION.ID.in(closed.hold(kept, DSL.noCondition(), limit))).fetch();
        content.erase(held);
        return held.size();
    }
}
