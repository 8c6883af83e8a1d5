package nl.hartslag.contacts.internal.gestures;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.GESTURE;
import static nl.hartslag.people.shown.Tables.SHOWN_TEAM;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.hartslag.contacts.GestureSettings.Kind;
import nl.hartslag.contacts.Gestures.Gesture;
import nl.hartslag.contacts.Gestures.May;
import nl.hartslag.contacts.Gestures.NextOrder;
import nl.hartslag.contacts.Gestures.Said;
import nl.hartslag.contacts.Gestures.State;
import nl.hartslag.contacts.internal.CustomerShown;
import nl.hartslag.contacts.internal.Rows;
import nl.hartslag.contacts.internal.db.tables.records.GestureRecord;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.GestureId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One gesture with the names that belong to it, and what this reader may do with it now. */
@Component
class GestureViews {
    static final Field<String> CUSTOMER = CustomerShown.NAME.as("customer_name");
    private final People people;
    private final Clock clock;

    GestureViews(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    Gesture view(Access access, Record all) {
        GestureRecord row = all.into(GESTURE);
        return new Gesture(
                new GestureId(row.getId()),
                new ConversationId(row.getConversationId()),
                new CaseId(row.getCaseId()),
                all.get(CASES.NUMBER),
                new BrandId(row.getBrandId()),
                row.getCustomerId() == null ? null : new CustomerId(row.getCustomerId()),
                all.get(CUSTOMER),
                Rows.state(Kind.class, row.getKind()),
                row.getNameNl(),
                row.getNameEn(),
                row.getAmountMinor(),
                row.getCurrency(),
                row.getWords(),
                row.getWhy(),
                row.getPromised(),
                row.getMandateMinor(),
                row.getAboveMandate(),
                row.getOverBudget(),
                Rows.state(State.class, row.getState()),
                new UserId(row.getGiverId()),
                all.get(SHOWN_USER.NAME),
                row.getTeamId() == null ? null : new TeamId(row.getTeamId()),
                all.get(SHOWN_TEAM.NAME),
                row.getAskedAt(),
                row.getGivenAt(),
                said(row.getDecidedAt(), row.getDecidedBy(), row.getWord()),
                said(row.getEndedAt(), row.getEndedBy(), row.getEndedWhy()),
                talk(access, row),
                row.getNextOrderAt() == null ? null : new NextOrder(row.getNextOrderNumber(), row.getNextOrderAt(), row.getNextOrderMinor(), row.getNextOrderCurrency()),
                may(access, row));
    }

    private May may(Access access, GestureRecord row) {
        BrandId brand = new BrandId(row.getBrandId());
        State state = Rows.state(State.class, row.getState());
        boolean own = access.user().value().equals(row.getGiverId());
        boolean handles = own && access.may(Permission.CONTACTS_HANDLE, brand);
        boolean approves = access.may(Permission.GESTURES_APPROVE, brand);
        return new May(
                state == State.ASKED && !own && approves,
                handles && (state == State.ASKED || state == State.GIVEN && Gifts.withinUndo(row, clock.instant())),
                state == State.GIVEN && (handles || approves),
                !own && access.may(Permission.GESTURES_VIEW, brand) && Gifts.toTalk(row));
    }

    /** What was said in a talk is for who takes part in it and who may see all. */
    private @Nullable Said talk(Access access, GestureRecord row) {
        boolean reads = access.user().value().equals(row.getGiverId()) || access.may(Permission.GESTURES_VIEW, new BrandId(row.getBrandId()));
        return reads ? said(row.getTalkedAt(), row.getTalkedBy(), row.getTalkNote()) : null;
    }

    private @Nullable Said said(@Nullable Instant at, @Nullable UUID by, @Nullable String words) {
        if (at == null) return null;
        return new Said(at, by == null ? null : people.user(new UserId(by)).map(People.User::name).orElse(null), words);
    }
}
