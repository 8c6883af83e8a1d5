package nl.hartslag.customers.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Timeline;
import nl.hartslag.customers.TimelineSource;
import nl.hartslag.customers.TimelineSource.After;
import nl.hartslag.customers.TimelineSource.Asked;
import nl.hartslag.customers.TimelineSource.Told;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Merges what each source tells: of every kind the newest that fit on a page, and of these the newest. */
@Service
class TimelineService implements Timeline {
    private static final int MOST_PER_PAGE = 100;
    private static final int LONGEST_TEXT = 200;
    /** As ids are ordered by the database: by their bytes. */
    private static final Comparator<After> OLDEST_FIRST = Comparator.comparing(After::at).thenComparing(After::what).thenComparing(place -> place.id().toString());
    private final Seen seen;
    private final Together together;
    private final Audit audit;
    private final ObjectProvider<TimelineSource> sources;

    TimelineService(Seen seen, Together together, Audit audit, ObjectProvider<TimelineSource> sources) {
        this.seen = seen;
        this.together = together;
        this.audit = audit;
        this.sources = sources;
    }

    @Override
    @Transactional
    public Page<Moment> of(Access access, CustomerId id, Wanted wanted, @Nullable String cursor, int limit) {
        access.require(Permission.CUSTOMERS_VIEW);
        Customer customer = seen.customer(access, id);
        if (wanted.text().filter(text -> text.length() > LONGEST_TEXT).isPresent()) throw Problem.invalid("text", "too-long", LONGEST_TEXT);
        audit.opened(access, "customer.opened", "customer", id.toString(), Optional.of(customer.brand()));
        int most = Math.clamp(limit, 1, MOST_PER_PAGE);
        Asked asked = new Asked(customer, together.of(id.value()), wanted.text(), cursor == null ? null : read(cursor), most + 1);
        List<Told> told = new ArrayList<>();
        tellers().forEach((what, source) -> {
            if (wanted.kinds().isEmpty() || wanted.kinds().contains(what.kind())) told.addAll(source.newest(access, what, asked));
        });
        told.sort(Comparator.comparing(Told::place, OLDEST_FIRST).reversed());
        List<Told> page = told.size() > most ? told.subList(0, most) : told;
        return new Page<>(page.stream().map(Told::moment).toList(), told.size() > most ? written(page.getLast().place()) : null);
    }

    private Map<What, TimelineSource> tellers() {
        Map<What, TimelineSource> tellers = new EnumMap<>(What.class);
        sources.forEach(source -> source.tells().forEach(what -> tellers.put(what, source)));
        return tellers;
    }

    private static String written(After place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((place.at() + " " + place.what() + " " + place.id()).getBytes(StandardCharsets.US_ASCII));
    }

    private static After read(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ");
            return new After(Instant.parse(parts[0]), What.valueOf(parts[1]), UUID.fromString(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }
}
