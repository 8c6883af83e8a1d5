package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.SAME_CASE;

import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.SameCase;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class SameCaseService implements SameCase {
    private final DSLContext db;
    private final Audit audit;

    SameCaseService(DSLContext db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    @Override
    public Chosen of(Access access, BrandId brand) {
        if (!access.brands().contains(brand)) throw Problem.invalid("brand", "unknown");
        return of(brand);
    }

    Chosen of(BrandId brand) {
        return db.selectFrom(SAME_CASE).where(SAME_CASE.BRAND_ID.eq(brand.value()))
                .fetchOptional(row -> new Chosen(Rows.state(Mode.class, row.getMode()), row.getVersion()))
                .orElse(new Chosen(Mode.SUGGEST, 0));
    }

    @Override
    public void choose(Access access, BrandId brand, Mode mode, int version) {
        access.require(Permission.ORGANISATION_CONFIGURE, brand);
        Chosen before = of(brand);
        if (before.mode() == mode) return;
        int stored = db.insertInto(SAME_CASE)
                .set(SAME_CASE.BRAND_ID, brand.value())
                .set(SAME_CASE.MODE, Rows.column(mode))
                .set(SAME_CASE.VERSION, version + 1)
                .onConflict(SAME_CASE.BRAND_ID)
                .doUpdate()
                .set(SAME_CASE.MODE, Rows.column(mode))
                .set(SAME_CASE.VERSION, version + 1)
                .where(SAME_CASE.VERSION.eq(version))
                .execute();
        if (stored == 0) throw Problem.of("same-case/changed", 409);
        audit.record(access, "brand.same-case", "brand", brand.toString(), Optional.of(brand), Map.of("old", before.mode(), "new", mode));
    }
}
