package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import nl.hartslag.contacts.Cases.Called;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.CustomerAccountId;
import nl.hartslag.shared.PromiseId;
import org.jspecify.annotations.Nullable;

/** The work for the people of an account, its members and its end customers, as far as the reader may see it. */
public interface AccountWork {
    /** Needs {@code contacts.view}, and to see the account. */
    Work of(Access access, CustomerAccountId account);

    /**
     * @param openCases    that are not solved
     * @param openPromises that somebody gave and that are not settled
     * @param firstDue     of those the first twenty
     * @param periods      of 30, 90 and 365 days up to now
     */
    @Schema(name = "AccountWork")
    record Work(int openCases, int openPromises, List<Due> firstDue, List<Period> periods) {}

    @Schema(name = "AccountPromise")
    record Due(PromiseId promise, CaseId caseId, long caseNumber, String words, Instant dueAt, boolean late, @Nullable String ownerName) {}

    /**
     * @param contacts that they began in these days, counted by when they began
     * @param asked    the five reasons registered most, the most first
     */
    @Schema(name = "AccountPeriod")
    record Period(int days, int contacts, List<Asked> asked) {}

    /** @param reason as it is called now or was last, with those above it */
    @Schema(name = "AccountAsked")
    record Asked(Called reason, int contacts) {}
}
