package nl.hartslag.contacts.internal.transfers;

import static nl.hartslag.contacts.internal.db.Tables.TRANSFER;

import java.util.List;
import nl.hartslag.contacts.TransfersImport;
import nl.hartslag.contacts.internal.Rows;
import nl.hartslag.contacts.internal.db.tables.records.TransferRecord;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PastTransfers implements TransfersImport {
    private final DSLContext db;

    PastTransfers(DSLContext db) {
        this.db = db;
    }

    @Override
    @Transactional
    public void store(List<PastTransfer> transfers) {
        db.batchInsert(transfers.stream().map(PastTransfers::row).toList()).execute();
    }

    private static TransferRecord row(PastTransfer past) {
        TransferRecord row = new TransferRecord();
        row.setId(Uuid7.at(past.at()));
        row.setContactId(past.contact().value());
        row.setAt(past.at());
        row.setByUser(past.by().value());
        row.setFromQueue(Rows.value(past.from()));
        row.setToQueue(Rows.value(past.to()));
        row.setFromUser(past.by().value());
        row.setToUser(Rows.value(past.person()));
        row.setNote("");
        row.setReasonId(Rows.value(past.why()));
        return row;
    }
}
