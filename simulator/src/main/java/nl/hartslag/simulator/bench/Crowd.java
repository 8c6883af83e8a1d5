package nl.hartslag.simulator.bench;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Several people at once. */
final class Crowd {
    private Crowd() {}

    /** What one of them does, from beginning to end. */
    interface Person {
        void act(int number) throws IOException, InterruptedException;
    }

    /** Returns when the last is done; who is refused says so and stops, the others go on. @param what they do, for that message */
    static void of(int people, String what, Person person) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(people);
        for (int i = 0; i < people; i++) {
            int number = i;
            Thread.ofVirtual().start(() -> {
                try {
                    person.act(number);
                } catch (IOException refused) {
                    System.err.println(what + ": " + refused.getMessage());
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
    }
}
