package nl.hartslag.routing.internal;

import java.util.List;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.Share;

/** What the shares of a queue must be like. */
final class SharesRule {
    private SharesRule() {}

    static void check(FieldErrors errors, NewQueue queue) {
        List<Share> shares = queue.search().sharing().shares();
        if (shares.isEmpty()) return;
        errors.check(shares.stream().mapToInt(Share::percent).sum() == 100, "shares", "hundred")
                .check(shares.stream().map(SharesTaken::whose).distinct().count() == shares.size(), "shares", "twice")
                // a partner that does all the work of a queue may divide it over its own sites, and over nobody else
                .check(queue.partner().isEmpty() || shares.stream().allMatch(share -> share.partner().equals(queue.partner())), "shares", "other-company");
    }
}
