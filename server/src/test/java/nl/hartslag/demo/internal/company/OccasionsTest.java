package nl.hartslag.demo.internal.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What customers write agrees with the order that stands beside it. */
class OccasionsTest {
    private static final Instant LOADED = Instant.parse("2026-11-24T22:40:00Z");

    private final Company company = Company.read();
    private final List<Shopper> shoppers = Shoppers.of(company, Shoppers.ALL);

    @Test
    void nobodyWritesAboutADayThatHisOrderDoesNotKnow() {
        LocalDate today = LocalDate.ofInstant(LOADED, ZoneId.of("Europe/Amsterdam"));
        int late = 0;
        for (Shopper shopper : shoppers) {
            Occasion occasion = Occasions.waiting(company, shopper, LOADED, today);
            ZoneId zone = ZoneId.of(occasion.brand().zone());
            Instant orderedAt = LOADED.minus(Duration.ofMinutes(occasion.order().minutesAgo()));
            assertThat(occasion.ordered()).isEqualTo(LocalDate.ofInstant(orderedAt, zone));
            switch (occasion.subject()) {
                case "delivery-late" -> {
                    late++;
                    assertThat(occasion.order().stage()).isNotIn(Shopper.Stage.DELIVERED, Shopper.Stage.RETURNED, Shopper.Stage.CANCELLED);
                    assertThat(occasion.day().minusDays(occasion.days())).isEqualTo(occasion.ordered().plusDays(3)).isBefore(today);
                }
                case "delivery-where", "order-change" -> assertThat(occasion.order().stage())
                        .isNotIn(Shopper.Stage.DELIVERED, Shopper.Stage.RETURNED, Shopper.Stage.CANCELLED);
                case "delivery-damaged", "return-how", "product-fault" -> assertThat(occasion.order().stage())
                        .isIn(Shopper.Stage.DELIVERED, Shopper.Stage.RETURNED);
                default -> assertThat(occasion.ordered()).isBeforeOrEqualTo(today);
            }
        }
        assertThat(late).isPositive();
    }

    @Test
    void whoWritesTodayComesAboutEverySortOfThing() {
        LocalDate today = LocalDate.ofInstant(LOADED, ZoneId.of("Europe/Amsterdam"));
        assertThat(shoppers.subList(0, Shoppers.LIVE).stream().map(shopper -> Occasions.waiting(company, shopper, LOADED, today).subject()).distinct())
                .contains("delivery-late", "delivery-where", "delivery-damaged", "return-how", "return-refund", "product-fault", "order-change");
    }
}
