package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.STORY;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Stories;
import nl.hartslag.customers.internal.db.tables.records.StoryRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.StoryId;
import nl.hartslag.shared.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StoriesService implements Stories {
    private static final int LONGEST = 1_000;
    private static final int MOST_PER_PAGE = 200;
    private final DSLContext db;
    private final Seen seen;
    private final Together together;
    private final Audit audit;
    private final LiveStream live;
    private final Clock clock;

    StoriesService(DSLContext db, Seen seen, Together together, Audit audit, LiveStream live, Clock clock) {
        this.db = db;
        this.seen = seen;
        this.together = together;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public Page<Story> of(Access access, CustomerId customer, @Nullable String cursor, int limit) {
        access.require(Permission.CUSTOMERS_VIEW);
        Customer whose = seen.customer(access, customer);
        audit.opened(access, "customer.opened", "customer", customer.toString(), Optional.of(whose.brand()));
        int page = Math.clamp(limit, 1, MOST_PER_PAGE);
        List<StoryRecord> found = db.selectFrom(STORY)
                .where(STORY.CUSTOMER_ID.in(together.of(customer.value())))
                .and(STORY.REMOVED_AT.isNull())
                .and(cursor == null ? DSL.noCondition() : before(cursor))
                .orderBy(STORY.WRITTEN_AT.desc(), STORY.ID.desc())
                .limit(page + 1)
                .fetch();
        List<StoryRecord> shown = found.size() > page ? found.subList(0, page) : found;
        return new Page<>(shown.stream().map(StoriesService::view).toList(), found.size() > page ? shown.getLast().getId().toString() : null);
    }

    /** Also when the story where the page ended was taken away since. */
    private static Condition before(String cursor) {
        var last = STORY.as("last");
        return DSL.row(STORY.WRITTEN_AT, STORY.ID).lt(DSL.select(last.WRITTEN_AT, last.ID).from(last).where(last.ID.eq(AccountLists.id(cursor))));
    }

    @Override
    public Story add(Access access, CustomerId id, String text) {
        Customer customer = seen.customer(access, id);
        access.require(Permission.CUSTOMERS_CHANGE, customer.brand());
        StoryRecord story = db.newRecord(STORY);
        story.setId(Uuid7.next());
        story.setCustomerId(customer.id().value());
        story.setBrandId(customer.brand().value());
        story.setText(checked(text));
        story.setAuthorId(access.user().value());
        story.setAuthorName(access.name());
        story.setWrittenAt(clock.instant());
        story.setVersion(0);
        story.insert();
        changed(access, story, "customer.story-added");
        return view(story);
    }

    @Override
    public Story change(Access access, StoryId id, String text, int version) {
        StoryRecord story = held(access, id);
        if (story.getVersion() != version || story.getRemovedAt() != null) throw Problem.of("customers/story-changed", 409);
        story.setText(checked(text));
        story.setChangedAt(clock.instant());
        story.setVersion(version + 1);
        story.update();
        changed(access, story, "customer.story-changed");
        return view(story);
    }

    @Override
    public void remove(Access access, StoryId id) {
        StoryRecord story = held(access, id);
        if (story.getRemovedAt() != null) return;
        story.setRemovedAt(clock.instant());
        story.update();
        changed(access, story, "customer.story-removed");
    }

    @Override
    public void restore(Access access, StoryId id) {
        StoryRecord story = held(access, id);
        if (story.getRemovedAt() == null) return;
        story.setRemovedAt(null);
        story.update();
        changed(access, story, "customer.story-added");
    }

    private StoryRecord held(Access access, StoryId id) {
        access.require(Permission.CUSTOMERS_CHANGE);
        StoryRecord story = db.selectFrom(STORY).where(STORY.ID.eq(id.value())).forUpdate().fetchOptional().orElseThrow(() -> Problem.notFound("customers"));
        seen.customer(access, new CustomerId(story.getCustomerId()));
        access.require(Permission.CUSTOMERS_CHANGE, new BrandId(story.getBrandId()));
        return story;
    }

    private static String checked(String text) {
        String said = text.strip();
        if (said.isEmpty()) throw Problem.invalid("text", "required");
        if (said.length() > LONGEST) throw Problem.invalid("text", "too-long", LONGEST);
        return said;
    }

    private void changed(Access access, StoryRecord story, String kind) {
        BrandId brand = new BrandId(story.getBrandId());
        audit.record(access, kind, "customer", story.getCustomerId().toString(), Optional.of(brand), Map.of());
        // a partner's people read it when they open the customer: whom a partner helps is asked of every customer, not told to all
        live.publish(LiveEvent.ofBrand("customer.story.changed", brand, Optional.empty(), Permission.CUSTOMERS_VIEW, Map.of("customer", together.head(story.getCustomerId()))));
    }

    private static Story view(StoryRecord row) {
        return new Story(new StoryId(row.getId()), row.getText(), row.getAuthorName(), row.getWrittenAt(), row.getChangedAt(), row.getVersion());
    }
}
