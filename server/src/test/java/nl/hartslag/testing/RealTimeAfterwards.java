package nl.hartslag.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts the clock back to real time when the tests of a class are over: others share it. */
final class RealTimeAfterwards implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) {
        SpringExtension.getApplicationContext(context).getBean(MovableClock.class).run();
    }
}
