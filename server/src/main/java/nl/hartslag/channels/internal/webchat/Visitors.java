package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.db.Tables.VISITOR;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.channels.Widgets.Widget;
import nl.hartslag.channels.internal.db.tables.records.VisitorRecord;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Browsers and what is proven of who sits before them. Methods that write belong in a transaction of the caller. */
@Component
class Visitors {
    static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);
    private static final Duration NOTED_EVERY = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();
    private final DSLContext db;
    private final Secrets secrets;
    private final Customers customers;
    private final Clock clock;

    Visitors(DSLContext db, Secrets secrets, Customers customers, Clock clock) {
        this.db = db;
        this.secrets = secrets;
        this.customers = customers;
        this.clock = clock;
    }

    record Fresh(VisitorRecord visitor, String token) {}

    Optional<VisitorRecord> byToken(Widget widget, Optional<String> token) {
        if (token.isEmpty() || token.get().length() > 100) return Optional.empty();
        return db.selectFrom(VISITOR)
                .where(VISITOR.TOKEN_HASH.eq(hash(token.get())))
                .and(VISITOR.WIDGET_ID.eq(widget.id().value()))
                .and(VISITOR.LAST_SEEN_AT.gt(clock.instant().minus(FORGOTTEN_AFTER)))
                .fetchOptional();
    }

    Fresh make(Widget widget, Optional<IdentityProof> proof, @Nullable String name) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        VisitorRecord row = db.newRecord(VISITOR);
        row.setId(Uuid7.next());
        row.setWidgetId(widget.id().value());
        row.setTokenHash(hash(token));
        row.setProvenUser(proof.map(IdentityProof::userId).filter(text -> !text.isEmpty()).orElse(null));
        row.setProvenEmail(proof.map(IdentityProof::email).filter(text -> !text.isEmpty()).orElse(null));
        row.setName(proof.isPresent() ? name : null);
        row.setCreatedAt(clock.instant());
        row.setLastSeenAt(clock.instant());
        row.insert();
        return new Fresh(row, token);
    }

    void seen(VisitorRecord visitor) {
        if (visitor.getLastSeenAt().plus(NOTED_EVERY).isAfter(clock.instant())) return;
        db.update(VISITOR).set(VISITOR.LAST_SEEN_AT, clock.instant()).where(VISITOR.ID.eq(visitor.getId())).execute();
    }

    /** Serialises whatever this visitor begins or writes. @throws Problem when he is gone */
    VisitorRecord lock(UUID id) {
        return db.selectFrom(VISITOR).where(VISITOR.ID.eq(id)).forUpdate().fetchOptional()
                .orElseThrow(() -> Problem.of("webchat/unknown-visitor", 401));
    }

    static boolean isProven(VisitorRecord visitor) {
        return visitor.getProvenUser() != null || visitor.getProvenEmail() != null;
    }

    static boolean proves(VisitorRecord visitor, Optional<IdentityProof> proof) {
        String user = proof.map(IdentityProof::userId).orElse("");
        String email = proof.map(IdentityProof::email).orElse("");
        return user.equals(text(visitor.getProvenUser())) && email.equals(text(visitor.getProvenEmail()));
    }

    /**
     * The customer this visitor is. Only what the shop signed leads to someone we know; whoever just types a name or address
     * is the browser he sits at, so that nobody learns anything of the customer with that address.
     */
    CustomerId customer(Widget widget, VisitorRecord visitor, @Nullable String name, String language) {
        // whose a proven address is, people may know better since
        if (visitor.getCustomerId() != null && visitor.getProvenEmail() == null && customers.stays(new CustomerId(visitor.getCustomerId()))) {
            return new CustomerId(visitor.getCustomerId());
        }
        CustomerId id;
        String email = visitor.getProvenEmail();
        String user = visitor.getProvenUser();
        if (email != null) {
            id = customers.recognise(widget.brand(), IdentityKind.EMAIL, email, name, language).id();
            boolean free = user != null && customers.find(widget.brand(), IdentityKind.EXTERNAL, user).isEmpty();
            if (free) customers.addIdentity(id, IdentityKind.EXTERNAL, user);
        } else if (user != null) {
            id = customers.recognise(widget.brand(), IdentityKind.EXTERNAL, user, name, language).id();
        } else {
            id = customers.recognise(widget.brand(), IdentityKind.BROWSER, visitor.getId().toString(), name, language).id();
        }
        if (!id.value().equals(visitor.getCustomerId())) {
            visitor.setCustomerId(id.value());
            visitor.update();
        }
        return id;
    }

    private byte[] hash(String token) {
        return secrets.sign("webchat-visitor", token.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
