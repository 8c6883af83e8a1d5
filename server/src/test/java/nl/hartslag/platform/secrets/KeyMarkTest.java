package nl.hartslag.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nl.hartslag.platform.StartRefused;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.settings.PlatformSettings;
import nl.hartslag.shared.BrandId;
import nl.hartslag.testing.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** Nodes on one database work with one key, or not at all. */
class KeyMarkTest {
    private final DataSource database = TestDatabase.fresh().dataSource();
    private final DSLContext db = DSL.using(new TransactionAwareDataSourceProxy(database), SQLDialect.POSTGRES);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final List<String> recorded = new ArrayList<>();

    private class Recorder implements Audit {
        @Override
        public void record(Access actor, String kind, String subjectType, String subjectId, Optional<BrandId> brand, Map<String, ?> detail) {
            recorded.add(kind);
        }

        @Override
        public void opened(Access actor, String kind, String subjectType, String subjectId, Optional<BrandId> brand, Map<String, ?> detail) {
            recorded.add(kind);
        }

        @Override
        public void recordSystem(String kind, String subjectType, String subjectId, Map<String, ?> detail) {
            recorded.add(kind);
        }
    }

    private void start(int key, boolean acceptChanged) {
        byte[] master = new byte[32];
        Arrays.fill(master, (byte) key);
        var settings = new PlatformSettings(Optional.empty(), Path.of("data"),
                new PlatformSettings.Secrets(Optional.empty(), Optional.empty(), acceptChanged), null);
        new KeyMark(db, new KeyedSecrets(master), settings, new Recorder(), Clock.systemUTC(), transaction);
    }

    @Test
    void aNodeWithTheSameKeyStartsAndOneWithAnotherDoesNot() {
        start(1, false);
        start(1, false);
        assertThatThrownBy(() -> start(2, false)).isInstanceOf(StartRefused.class).hasMessageContaining("HARTSLAG_SECRETS_KEY");
    }

    @Test
    void aNewKeyIsAcceptedOnceWhenTheOldOneIsLost() {
        start(1, false);
        start(2, true);
        assertThat(recorded).containsExactly("secrets.key-changed");
        start(2, false);
        assertThatThrownBy(() -> start(1, false)).isInstanceOf(StartRefused.class);
    }
}
