package nl.hartslag.contacts.internal.gestures;

import static nl.hartslag.contacts.internal.db.Tables.GESTURE;
import static nl.hartslag.contacts.internal.db.Tables.GESTURE_BUDGET;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.hartslag.contacts.Gestures;
import nl.hartslag.contacts.internal.db.tables.records.GestureRecord;
import nl.hartslag.customers.Customers;
import nl.hartslag.people.People;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.GestureId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.TeamId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class GesturesService implements Gestures {
    private final DSLContext db;
    private final Gifts gifts;
    private final GestureReading reading;
    private final Catalogue catalogue;
    private final GestureTerms terms;
    private final TeamMonths months;
    private final nl.hartslag.contacts.internal.AtHand work;
    private final People people;
    private final Customers customers;
    private final Audit audit;

    GesturesService(DSLContext db, Gifts gifts, GestureReading reading, Catalogue catalogue, GestureTerms terms, TeamMonths months,
            nl.hartslag.contacts.internal.AtHand work, People people, Customers customers, Audit audit) {
        this.db = db;
        this.gifts = gifts;
        this.reading = reading;
        this.catalogue = catalogue;
        this.terms = terms;
        this.months = months;
        this.work = work;
        this.people = people;
        this.customers = customers;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public AtHand atHand(Access access, ConversationId conversation) {
        BrandId brand = new BrandId(work.look(access, conversation).conversation().getBrandId());
        TeamId team = people.teamOf(access.user()).orElse(null);
        return new AtHand(terms.currency(brand), terms.mandate(access.user(), brand), months.of(brand, team).orElse(null),
                catalogue.offered(brand), reading.where(access, GESTURE.CONVERSATION_ID.eq(conversation.value())));
    }

    @Override
    public Gesture give(Access access, ConversationId conversation, NewGesture gesture) {
        return view(access, gifts.give(access, conversation, gesture));
    }

    @Override
    public Gesture decide(Access access, GestureId id, boolean approved, @Nullable String word) {
        return changed(access, id, Permission.GESTURES_APPROVE, row -> gifts.decide(access, row, approved, word));
    }

    @Override
    public Gesture withdraw(Access access, GestureId id) {
        return changed(access, id, Permission.CONTACTS_HANDLE, row -> {
            if (!own(access, row)) throw Problem.notFound("gestures");
            return gifts.withdraw(access, row);
        });
    }

    @Override
    public Gesture cancel(Access access, GestureId id, String why) {
        GestureRecord row = find(access, id);
        access.require(own(access, row) ? Permission.CONTACTS_HANDLE : Permission.GESTURES_APPROVE, new BrandId(row.getBrandId()));
        return view(access, gifts.cancel(access, row, why));
    }

    @Override
    public Gesture talkedAbout(Access access, GestureId id, String note) {
        return changed(access, id, Permission.GESTURES_VIEW, row -> gifts.talkedAbout(access, row, note));
    }

    @Override
    @Transactional(readOnly = true)
    public Gesture gesture(Access access, GestureId id) {
        return reading.one(access, id);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Gesture> list(Access access, GestureFilter filter, @Nullable String cursor, int limit) {
        return reading.list(access, filter, cursor, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Totals totals(Access access, GestureFilter filter) {
        return reading.totals(access, filter);
    }

    @Override
    public List<Gesture> of(Access access, CustomerId customer) {
        List<Gesture> given = reading.ofCustomer(access, customers.together(customer).stream().map(CustomerId::value).toList());
        if (!given.isEmpty()) audit.opened(access, "customer.opened", "customer", customer.toString(), Optional.of(given.getFirst().brand()));
        return given;
    }

    @Override
    @Transactional(readOnly = true)
    public Counts counts(Access access) {
        return reading.counts(access);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TeamMonth> month(Access access, Optional<BrandId> brand) {
        Optional<TeamId> own = people.teamOf(access.user());
        return access.brands().stream()
                .filter(one -> brand.isEmpty() || brand.get().equals(one))
                .sorted(java.util.Comparator.comparing(BrandId::value))
                .flatMap(one -> months.of(one, teams(access, one, own)).stream())
                .toList();
    }

    /** Somebody of a partner sees the budgets of his own teams only. */
    private static Condition teams(Access access, BrandId brand, Optional<TeamId> own) {
        Condition mine = own.map(team -> GESTURE_BUDGET.TEAM_ID.eq(team.value())).orElse(DSL.falseCondition());
        if (!access.may(Permission.GESTURES_VIEW, brand)) return mine;
        return access.partner().isEmpty() ? DSL.noCondition() : mine.or(GESTURE_BUDGET.TEAM_ID.in(access.teams().stream().map(TeamId::value).toList()));
    }

    private Gesture changed(Access access, GestureId id, Permission needed, Function<GestureRecord, GestureRecord> change) {
        GestureRecord row = find(access, id);
        access.require(needed, new BrandId(row.getBrandId()));
        return view(access, change.apply(row));
    }

    private GestureRecord find(Access access, GestureId id) {
        return db.selectFrom(GESTURE).where(GESTURE.ID.eq(id.value())).and(GestureReading.reach(access)).fetchOptional()
                .orElseThrow(() -> Problem.notFound("gestures"));
    }

    private Gesture view(Access access, GestureRecord row) {
        return reading.where(access, GESTURE.ID.eq(row.getId())).getFirst();
    }

    private static boolean own(Access access, GestureRecord row) {
        return row.getGiverId().equals(access.user().value());
    }
}
