package nl.hartslag.contacts.internal.gestures;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.GestureSettings;
import nl.hartslag.contacts.internal.db.tables.records.GestureChoiceRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.GestureChoiceId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class GestureSettingsService implements GestureSettings {
    private final Catalogue catalogue;
    private final GestureTerms terms;
    private final Audit audit;
    private final LiveStream live;

    GestureSettingsService(Catalogue catalogue, GestureTerms terms, Audit audit, LiveStream live) {
        this.catalogue = catalogue;
        this.terms = terms;
        this.audit = audit;
        this.live = live;
    }

    @Override
    public Page<Choice> choices(Access access, BrandId brand, boolean archived, @Nullable String search, @Nullable String cursor, int limit) {
        access.require(Permission.GESTURES_CONFIGURE, brand);
        return catalogue.page(brand, archived, search, cursor, limit);
    }

    @Override
    public GestureChoiceId create(Access access, BrandId brand, ChoiceDraft draft) {
        access.require(Permission.GESTURES_CONFIGURE, brand);
        GestureChoiceId id = catalogue.create(brand, draft);
        audit.record(access, "gesture-choice.created", "gesture-choice", id.toString(), Optional.of(brand), Map.of("new", draft));
        tell(brand);
        return id;
    }

    @Override
    public void change(Access access, GestureChoiceId id, ChoiceDraft draft) {
        GestureChoiceRecord row = catalogue.find(id)
                .filter(one -> access.may(Permission.GESTURES_CONFIGURE, new BrandId(one.getBrandId())))
                .orElseThrow(() -> Problem.notFound("gestures"));
        BrandId brand = new BrandId(row.getBrandId());
        Choice before = Catalogue.view(row, terms.currency(brand));
        catalogue.change(row, draft);
        audit.record(access, "gesture-choice.changed", "gesture-choice", id.toString(), Optional.of(brand), Map.of("old", before, "new", draft));
        tell(brand);
    }

    @Override
    public Terms terms(Access access, BrandId brand) {
        access.require(Permission.GESTURES_CONFIGURE, brand);
        return terms.of(brand);
    }

    @Override
    public void setTerms(Access access, BrandId brand, Terms wanted) {
        access.require(Permission.GESTURES_CONFIGURE, brand);
        Map<String, Object> detail = new HashMap<>(Map.of("old", terms.of(brand)));
        terms.set(brand, wanted);
        detail.put("new", wanted);
        audit.record(access, "gesture-terms.changed", "brand", brand.toString(), Optional.of(brand), detail);
        tell(brand);
    }

    private void tell(BrandId brand) {
        live.publish(LiveEvent.ofBrand("gesture.settings-changed", brand, Optional.empty(), Permission.CONTACTS_VIEW, Map.of("brand", brand)));
    }
}
