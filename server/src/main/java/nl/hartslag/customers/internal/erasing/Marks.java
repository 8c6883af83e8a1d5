package nl.hartslag.customers.internal.erasing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.internal.Address;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.platform.security.Access;
import org.springframework.stereotype.Component;

/** Keyed hashes of addresses: whoever has the key of the house and an address can tell that it was erased; nobody can tell which it was. */
@Component
class Marks {
    private static final String PURPOSE = "erased-address";
    private final Secrets secrets;
    private final Organisation organisation;

    Marks(Secrets secrets, Organisation organisation) {
        this.secrets = secrets;
        this.organisation = organisation;
    }

    List<String> of(List<Identity> identities) {
        return identities.stream().filter(one -> one.kind() != IdentityKind.BROWSER).map(one -> mark(one.kind(), one.value())).distinct().toList();
    }

    /** Of what somebody typed, in each way it can have been written down. */
    Set<String> ofTyped(Access access, String typed) {
        Set<String> marks = new LinkedHashSet<>();
        for (IdentityKind kind : List.of(IdentityKind.EMAIL, IdentityKind.PHONE, IdentityKind.EXTERNAL)) {
            access.brands().stream().map(brand -> organisation.brand(brand).zone()).distinct().forEach(zone -> {
                try {
                    marks.add(mark(kind, Address.of(kind, typed, zone).value()));
                } catch (Problem noSuchAddress) {
                    // it is none of this kind
                }
            });
        }
        return marks;
    }

    private String mark(IdentityKind kind, String value) {
        byte[] hash = secrets.sign(PURPOSE, (kind.name() + ":" + value).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, 16));
    }
}
