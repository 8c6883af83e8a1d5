package nl.hartslag.contacts.internal.transfers;

import static nl.hartslag.contacts.internal.db.Tables.TRANSFER_REASON;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.TransferReasons;
import nl.hartslag.contacts.internal.db.tables.records.TransferReasonRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.database.Archived;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.TransferReasonId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class TransferReasonsService implements TransferReasons {
    private final DSLContext db;
    private final Audit audit;
    private final Clock clock;

    TransferReasonsService(DSLContext db, Audit audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<TransferReason> all(Access access) {
        access.require(Permission.ORGANISATION_CONFIGURE);
        return which(DSL.noCondition());
    }

    @Override
    public List<TransferReason> offered() {
        return which(TRANSFER_REASON.ARCHIVED_AT.isNull());
    }

    @Override
    public TransferReasonId create(Access access, Draft draft) {
        access.requireEverywhere(Permission.ORGANISATION_CONFIGURE);
        verify(draft);
        TransferReasonId id = TransferReasonId.next();
        db.insertInto(TRANSFER_REASON)
                .set(TRANSFER_REASON.ID, id.value())
                .set(TRANSFER_REASON.NAME_NL, draft.nameNl().strip())
                .set(TRANSFER_REASON.NAME_EN, draft.nameEn().strip())
                .set(TRANSFER_REASON.POSITION, draft.position())
                .set(TRANSFER_REASON.ARCHIVED_AT, draft.archived() ? clock.instant() : null)
                .execute();
        audit.record(access, "transfer-reason.created", "transfer-reason", id.toString(), Optional.empty(), Map.of("new", draft));
        return id;
    }

    @Override
    public void change(Access access, TransferReasonId id, Draft draft, int version) {
        access.requireEverywhere(Permission.ORGANISATION_CONFIGURE);
        verify(draft);
        TransferReasonRecord before = db.selectFrom(TRANSFER_REASON).where(TRANSFER_REASON.ID.eq(id.value())).forUpdate().fetchOptional()
                .orElseThrow(() -> Problem.notFound("transfer-reasons"));
        if (before.getVersion() != version) throw Problem.of("transfer-reasons/changed", 409);
        db.update(TRANSFER_REASON)
                .set(TRANSFER_REASON.NAME_NL, draft.nameNl().strip())
                .set(TRANSFER_REASON.NAME_EN, draft.nameEn().strip())
                .set(TRANSFER_REASON.POSITION, draft.position())
                .set(TRANSFER_REASON.ARCHIVED_AT, Archived.at(draft.archived(), TRANSFER_REASON.ARCHIVED_AT, clock.instant()))
                .set(TRANSFER_REASON.VERSION, version + 1)
                .where(TRANSFER_REASON.ID.eq(id.value()))
                .execute();
        audit.record(access, "transfer-reason.changed", "transfer-reason", id.toString(), Optional.empty(), Map.of("old", view(before), "new", draft));
    }

    private List<TransferReason> which(Condition which) {
        return db.selectFrom(TRANSFER_REASON).where(which).orderBy(TRANSFER_REASON.POSITION, TRANSFER_REASON.ID).fetch(TransferReasonsService::view);
    }

    private static TransferReason view(TransferReasonRecord row) {
        return new TransferReason(new TransferReasonId(row.getId()), row.getNameNl(), row.getNameEn(), row.getPosition(), row.getArchivedAt() != null, row.getVersion());
    }

    private static void verify(Draft draft) {
        new FieldErrors()
                .text("nameNl", draft.nameNl(), 60)
                .text("nameEn", draft.nameEn(), 60)
                .range("position", draft.position(), 0, 100_000)
                .verify();
    }
}
