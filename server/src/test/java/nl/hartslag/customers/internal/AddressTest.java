package nl.hartslag.customers.internal;

import static nl.hartslag.customers.Customers.IdentityKind.EMAIL;
import static nl.hartslag.customers.Customers.IdentityKind.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import nl.hartslag.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void comparesADomainInAsciiAndShowsItInItsOwnScript() {
        Address address = Address.of(EMAIL, "Jos@BÜCHER.example", AMSTERDAM);
        assertThat(address.value()).isEqualTo("jos@xn--bcher-kva.example");
        assertThat(address.shown()).isEqualTo("Jos@bücher.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "a@", "@b.nl", "a b@c.nl", "no-at-sign", "a@b..nl"})
    void refusesWhatIsNoEmailAddress(String text) {
        assertThatThrownBy(() -> Address.of(EMAIL, text, AMSTERDAM)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0612345678, Europe/Amsterdam, +31612345678",
        "020-1234567, Europe/Amsterdam, +31201234567",
        "0471 23 45 67, Europe/Brussels, +32471234567",
        "+44 20 7946 0958, Europe/Amsterdam, +442079460958",
        "12345, Asia/Tokyo, 12345",
    })
    void writesPhoneNumbersInOneForm(String typed, String zone, String value) {
        assertThat(Address.of(PHONE, typed, ZoneId.of(zone)).value()).isEqualTo(value);
    }
}
