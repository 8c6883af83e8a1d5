package nl.hartslag.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a free port, with a real database that this context shares with nobody and a clock that tests
 * can move; it is put back when the tests of a class are over. Test classes with the same settings share one context: make your own rows, expect those of others.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(MovableClock.Configuration.class)
@ExtendWith(RealTimeAfterwards.class)
public @interface HartslagTest {
}
