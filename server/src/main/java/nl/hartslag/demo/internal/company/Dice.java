package nl.hartslag.demo.internal.company;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chance that comes out the same for the same seed, on every machine. */
public final class Dice {
    private final RandomGenerator random;

    public Dice(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both ends included. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    public double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    public double exponential(double mean) {
        return mean * random.nextExponential();
    }

    /** An index, by weight. */
    public int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) sum += weight;
        double point = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            point -= weights[i];
            if (point < 0) return i;
        }
        return weights.length - 1;
    }
}
