package nl.hartslag.channels.internal.email.trust;

import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

/**
 * Asks the machine's name servers. Answers are remembered for five minutes and silence for half a minute, so that a broken
 * name server cannot slow the intake mail by mail.
 */
public final class NetworkDns implements DnsLookup {
    private static final Duration ANSWER_KEPT = Duration.ofMinutes(5);
    private static final Duration SILENCE_KEPT = Duration.ofSeconds(30);
    private static final int MOST_KEPT = 10_000;

    private record Key(String name, Type type) {}

    private record Kept(List<String> values, boolean silent, Instant until) {}

    private final Map<Key, Kept> memory = new ConcurrentHashMap<>();
    private final Clock clock;

    public NetworkDns(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<String> lookup(String name, Type type) throws Unavailable {
        Key key = new Key(name, type);
        Instant now = clock.instant();
        Kept kept = memory.get(key);
        if (kept == null || kept.until.isBefore(now)) {
            kept = ask(key, now);
            if (memory.size() >= MOST_KEPT) memory.clear();
            memory.put(key, kept);
        }
        if (kept.silent) throw new Unavailable(name);
        return kept.values;
    }

    private static Kept ask(Key key, Instant now) {
        try {
            Lookup lookup = key.type == Type.PTR && !key.name.endsWith(".arpa")
                    ? new Lookup(ReverseMap.fromAddress(key.name), number(key.type))
                    : new Lookup(key.name, number(key.type));
            Record[] records = lookup.run();
            return switch (lookup.getResult()) {
                case Lookup.SUCCESSFUL -> new Kept(values(records), false, now.plus(ANSWER_KEPT));
                case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> new Kept(List.of(), false, now.plus(ANSWER_KEPT));
                default -> new Kept(List.of(), true, now.plus(SILENCE_KEPT));
            };
        } catch (TextParseException | UnknownHostException noName) {
            return new Kept(List.of(), false, now.plus(ANSWER_KEPT));
        }
    }

    private static int number(Type type) {
        return switch (type) {
            case A -> org.xbill.DNS.Type.A;
            case AAAA -> org.xbill.DNS.Type.AAAA;
            case MX -> org.xbill.DNS.Type.MX;
            case PTR -> org.xbill.DNS.Type.PTR;
            case TXT -> org.xbill.DNS.Type.TXT;
        };
    }

    private static List<String> values(Record[] records) {
        return Arrays.stream(records)
                .sorted(Comparator.comparingInt(r -> r instanceof MXRecord mx ? mx.getPriority() : 0))
                .map(record -> switch (record) {
                    case ARecord a -> a.getAddress().getHostAddress();
                    case AAAARecord aaaa -> aaaa.getAddress().getHostAddress();
                    case MXRecord mx -> mx.getTarget().toString(true);
                    case PTRRecord ptr -> ptr.getTarget().toString(true);
                    case TXTRecord txt -> String.join("", txt.getStrings());
                    default -> "";
                }).filter(v -> !v.isEmpty()).toList();
    }
}
