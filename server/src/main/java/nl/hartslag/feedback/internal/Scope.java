package nl.hartslag.feedback.internal;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Which rows somebody may see: those of his brands and, for someone of a partner company, of that partner only. */
public final class Scope {
    private Scope() {}

    public static Condition of(Access access, Optional<BrandId> brand, Field<UUID> brandId, Field<UUID> partnerId) {
        Set<UUID> brands = access.brands().stream()
                .filter(each -> brand.isEmpty() || brand.get().equals(each))
                .map(BrandId::value)
                .collect(Collectors.toSet());
        return brandId.in(brands)
                .and(access.partner().map(partner -> partnerId.eq(partner.value())).orElseGet(DSL::noCondition));
    }
}
