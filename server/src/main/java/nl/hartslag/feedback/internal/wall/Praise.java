package nl.hartslag.feedback.internal.wall;

import static nl.hartslag.feedback.internal.db.Tables.COMPLIMENT;

import java.util.Map;
import java.util.Optional;
import nl.hartslag.feedback.internal.db.tables.records.ResponseRecord;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Puts good words (9 or 10, with a remark) on the wall, and takes them off when the customer takes them back. */
@Component
public class Praise {
    private static final int GOOD = 9;
    private final DSLContext db;
    private final LiveStream live;

    Praise(DSLContext db, LiveStream live) {
        this.db = db;
        this.live = live;
    }

    public void answered(ResponseRecord row) {
        boolean praise = row.getScore() >= GOOD && row.getWhy() != null;
        int changed = praise ? hang(row) : db.deleteFrom(COMPLIMENT).where(COMPLIMENT.RESPONSE_ID.eq(row.getId())).execute();
        if (changed > 0) publish(row);
    }

    private int hang(ResponseRecord row) {
        return db.insertInto(COMPLIMENT)
                .set(COMPLIMENT.RESPONSE_ID, row.getId())
                .set(COMPLIMENT.BRAND_ID, row.getBrandId())
                .set(COMPLIMENT.PARTNER_ID, row.getPartnerId())
                .set(COMPLIMENT.USER_ID, row.getUserId())
                .set(COMPLIMENT.TEAM_ID, row.getTeamId())
                .set(COMPLIMENT.WORDS, row.getWhy())
                .set(COMPLIMENT.SCORE, row.getScore())
                .set(COMPLIMENT.AT, row.getAnsweredAt())
                .onConflict(COMPLIMENT.RESPONSE_ID)
                .doUpdate()
                .set(COMPLIMENT.WORDS, row.getWhy())
                .set(COMPLIMENT.SCORE, row.getScore())
                .execute();
    }

    private void publish(ResponseRecord row) {
        live.publish(LiveEvent.ofBrand(
                "compliment.changed",
                new BrandId(row.getBrandId()),
                Optional.ofNullable(row.getPartnerId()).map(PartnerId::new),
                Permission.COMPLIMENTS_VIEW,
                Map.of("id", row.getId())));
    }
}
