package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.SubStates;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class SubStatesService implements SubStates {
    private final DSLContext db;
    private final SubStateTable table;
    private final CaseSubStates subStates;
    private final CaseRows rows;
    private final CaseNews news;
    private final Audit audit;
    private final LiveStream live;

    SubStatesService(DSLContext db, SubStateTable table, CaseSubStates subStates, CaseRows rows, CaseNews news, Audit audit, LiveStream live) {
        this.db = db;
        this.table = table;
        this.subStates = subStates;
        this.rows = rows;
        this.news = news;
        this.audit = audit;
        this.live = live;
    }

    @Override
    public Listed of(Access access, BrandId brand) {
        access.require(Permission.CONTACTS_VIEW, brand);
        return table.of(brand);
    }

    @Override
    public void set(Access access, BrandId brand, Listed wanted) {
        access.require(Permission.ORGANISATION_CONFIGURE, brand);
        Listed before = table.of(brand);
        table.replace(brand, wanted);
        audit.record(access, "sub-states.changed", "brand", brand.toString(), Optional.of(brand), Map.of("old", before, "new", table.of(brand)));
        live.publish(LiveEvent.ofBrand("contacts.sub-states.changed", brand, Optional.empty(), Permission.CONTACTS_VIEW, Map.of("brand", brand)));
    }

    @Override
    public void choose(Access access, CaseId id, Choice choice) {
        rows.seen(access, id, Permission.CONTACTS_HANDLE);
        CasesRecord row = db.selectFrom(CASES).where(CASES.ID.eq(id.value())).forNoKeyUpdate().fetchSingle();
        UUID seen = choice.was() == null ? null : choice.was().value();
        if (!Objects.equals(seen, row.getSubStateId())) throw Problem.of("sub-states/case-changed", 409);
        subStates.set(access, row.getId(), row.getBrandId(), CaseStates.of(row), choice.subState());
        news.changed(access, row);
    }
}
