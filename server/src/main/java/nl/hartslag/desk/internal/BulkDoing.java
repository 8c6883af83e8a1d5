package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.BULK_ITEM;
import static nl.hartslag.desk.internal.db.Tables.BULK_WORK;
import static org.jooq.impl.DSL.inline;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.ReversibleWork;
import nl.hartslag.contacts.ReversibleWork.Step;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.desk.BulkWork.Change;
import nl.hartslag.desk.BulkWork.Ending;
import nl.hartslag.desk.BulkWork.ItemState;
import nl.hartslag.desk.BulkWork.State;
import nl.hartslag.desk.internal.db.tables.records.BulkItemRecord;
import nl.hartslag.desk.internal.db.tables.records.BulkWorkRecord;
import nl.hartslag.people.People;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One item after the other, each with its outcome in one transaction: after a crash the work goes on where it was. */
@Component
class BulkDoing {
    private static final Logger LOG = LoggerFactory.getLogger(BulkDoing.class);
    private final DSLContext database;
    private final BulkRows rows;
    private final ReversibleWork work;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulkDoing(DSLContext database, BulkRows rows, ReversibleWork work, People people, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.work = work;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The work that was begun first. */
    Optional<UUID> next() {
        return database.select(BULK_WORK.ID).from(BULK_WORK)
                .where(BULK_WORK.STATE.in(inline("running"), inline("taking_back")))
                .orderBy(BULK_WORK.STARTED_AT).limit(1)
                .fetchOptional(BULK_WORK.ID);
    }

    Optional<Access> whoever(UUID id) {
        return database.select(BULK_WORK.USER_ID).from(BULK_WORK).where(BULK_WORK.ID.eq(id)).fetchOptional(BULK_WORK.USER_ID)
                .flatMap(user -> people.access(new UserId(user))).map(access -> access.within(Permission.CONTACTS_HANDLE));
    }

    /** @return whether there was one to do */
    boolean one(UUID id, Optional<Access> access) {
        Turn turn = new Turn();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> one(id, access, turn)));
        } catch (Problem refused) {
            return settled(turn, BulkRows.why(refused));
        } catch (TransientDataAccessException again) {
            throw again;
        } catch (RuntimeException fault) {
            LOG.warn("a conversation in bulk work {} was left after a fault", id, fault);
            return settled(turn, "fault");
        }
    }

    private boolean one(UUID id, Optional<Access> access, Turn turn) {
        // whoever stops it or takes it back waits for this one, and this one sees that he did
        BulkWorkRecord of = database.selectFrom(BULK_WORK).where(BULK_WORK.ID.eq(id)).forShare().fetchOne();
        boolean back = of != null && of.getState().equals("taking_back");
        if (of == null || !back && !of.getState().equals("running")) return false;
        ItemState due = back ? ItemState.TO_TAKE_BACK : ItemState.TO_DO;
        BulkItemRecord item = database.selectFrom(BULK_ITEM)
                .where(BULK_ITEM.WORK_ID.eq(id), BULK_ITEM.STATE.eq(BulkRows.column(due)))
                .orderBy(back ? BULK_ITEM.POSITION.desc() : BULK_ITEM.POSITION)
                .limit(1).forUpdate().skipLocked().fetchOne();
        if (item == null) return false;
        turn.item = item;
        Access person = access.orElseThrow(() -> Problem.of("access/denied", 403));
        if (back) takeBack(person, item);
        else act(person, rows.change(of), item);
        item.update();
        return true;
    }

    private void act(Access access, Change change, BulkItemRecord item) {
        Step step = step(access, change, item);
        item.setState(BulkRows.column(step == null ? ItemState.LEFT : ItemState.DONE));
        item.setWhy(step == null ? "already" : null);
        if (step != null) item.setStep(rows.written(step));
    }

    private @Nullable Step step(Access access, Change change, BulkItemRecord item) {
        ContactId contact = new ContactId(item.getContactId());
        if (change.priority() != null) return work.prioritise(access, contact, change.priority());
        if (change.transfer() != null) return work.transfer(access, contact, change.transfer());
        Ending ending = change.wrapUp();
        return work.wrapUp(access, contact, new WrapUp(ending.caseState(), ending.registration(), item.getLastInSeq(), ending.comesBackAt(), ending.subState()));
    }

    private void takeBack(Access access, BulkItemRecord item) {
        boolean back = work.takeBack(access, new ContactId(item.getContactId()), rows.read(item.getStep(), Step.class));
        item.setState(BulkRows.column(back ? ItemState.TAKEN_BACK : ItemState.KEPT));
        item.setWhy(back ? null : "changed-since");
    }

    /** What could not be done is told, and not tried again. */
    private boolean settled(Turn turn, String why) {
        BulkItemRecord item = turn.item;
        if (item == null) return false;
        boolean back = item.getStep() != null;
        database.update(BULK_ITEM)
                .set(BULK_ITEM.STATE, BulkRows.column(back ? ItemState.KEPT : ItemState.REFUSED))
                .set(BULK_ITEM.WHY, why)
                .where(BULK_ITEM.WORK_ID.eq(item.getWorkId()), BULK_ITEM.POSITION.eq(item.getPosition()))
                .and(BULK_ITEM.STATE.eq(BulkRows.column(back ? ItemState.TO_TAKE_BACK : ItemState.TO_DO)))
                .execute();
        return true;
    }

    /** @return whether nothing of it is left to do by anybody */
    boolean finish(UUID id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            BulkWorkRecord of = database.selectFrom(BULK_WORK).where(BULK_WORK.ID.eq(id)).forUpdate().fetchOne();
            if (of == null) return true;
            boolean back = of.getState().equals("taking_back");
            if (!back && !of.getState().equals("running")) return true;
            var due = BULK_ITEM.WORK_ID.eq(id).and(BULK_ITEM.STATE.eq(BulkRows.column(back ? ItemState.TO_TAKE_BACK : ItemState.TO_DO)));
            if (database.fetchExists(BULK_ITEM, due)) return false;
            of.setState(BulkRows.column(back ? State.TAKEN_BACK : State.DONE));
            if (!back) of.setFinishedAt(clock.instant());
            of.setChange(rows.written(rows.change(of).withoutWords()));
            of.setVersion(of.getVersion() + 1);
            of.update();
            return true;
        }));
    }

    /** Which item it was about, for when it is refused. */
    private static final class Turn {
        private @Nullable BulkItemRecord item;
    }
}
