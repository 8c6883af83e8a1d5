package nl.hartslag.desk.internal;

import static nl.hartslag.contacts.shown.Tables.SHOWN_CASE_SUB_STATE;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.contacts.SubStates.SubStateView;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.shared.SubStateId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Sets beside rows how their cases stand within their state, as it is called now. */
@Component
class SubStatesOfRows {
    private final DSLContext database;

    SubStatesOfRows(DSLContext database) {
        this.database = database;
    }

    List<DeskRow> on(List<DeskRow> rows) {
        if (rows.isEmpty()) return rows;
        var t = SHOWN_CASE_SUB_STATE;
        Map<UUID, SubStateView> known = database.selectFrom(t)
                .where(t.CASE_ID.in(rows.stream().map(row -> row.caseId().value()).distinct().toList()))
                .fetchMap(t.CASE_ID, row -> new SubStateView(new SubStateId(row.getSubStateId()), row.getNameNl(), row.getNameEn()));
        return rows.stream().map(row -> row.standing(known.get(row.caseId().value()))).toList();
    }
}
