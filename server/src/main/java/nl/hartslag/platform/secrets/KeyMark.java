package nl.hartslag.platform.secrets;

import static nl.hartslag.platform.internal.db.Tables.SECRET_KEY;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import nl.hartslag.platform.StartRefused;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.settings.PlatformSettings;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Refuses to work with another key than the one this database's secrets were sealed with: a node with a key of its own would
 * seal what the others cannot open, and sign links that they refuse.
 */
@Component
class KeyMark {
    KeyMark(DSLContext db, Secrets secrets, PlatformSettings settings, Audit audit, Clock clock, TransactionTemplate transaction) {
        String mark = HexFormat.of().formatHex(secrets.sign("mark", "of the key".getBytes(StandardCharsets.UTF_8)));
        transaction.executeWithoutResult(_ -> {
            db.insertInto(SECRET_KEY)
                    .set(SECRET_KEY.MARK, mark)
                    .set(SECRET_KEY.SINCE, clock.instant())
                    .onConflictDoNothing()
                    .execute();
            var row = db.selectFrom(SECRET_KEY).forUpdate().fetchSingle();
            if (row.getMark().equals(mark)) return;
            if (!settings.secrets().acceptChangedKey()) {
                throw new StartRefused("The secret key is not the one this database's secrets were sealed with since %s. Set HARTSLAG_SECRETS_KEY, or copy secret.key from the node or data folder that has it; if it is lost, start once with HARTSLAG_SECRETS_ACCEPT_CHANGED_KEY=true and enter the passwords of mailboxes and relays again."
                        .formatted(row.getSince()));
            }
            row.setMark(mark);
            row.setSince(clock.instant());
            row.update();
            audit.recordSystem("secrets.key-changed", "setting", "hartslag.secrets.key", Map.of());
        });
    }
}
