package nl.hartslag.contacts.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class GivenPromisesService implements GivenPromises {
    private final Giving giving;
    private final PromiseLists lists;
    private final Handling handling;
    private final QueuePromises ofQueues;
    private final UsualHere usual;

    GivenPromisesService(Giving giving, PromiseLists lists, Handling handling, QueuePromises ofQueues, UsualHere usual) {
        this.giving = giving;
        this.lists = lists;
        this.handling = handling;
        this.ofQueues = ofQueues;
        this.usual = usual;
    }

    @Override
    @Transactional
    public PromiseId give(Access access, ConversationId conversation, NewPromise promise) {
        return giving.give(access, conversation, promise);
    }

    @Override
    public List<Usual> usual(Access access, ConversationId conversation) {
        return usual.of(access, conversation);
    }

    @Override
    @Transactional
    public void settle(Access access, PromiseId promise, Outcome outcome, @Nullable String why) {
        giving.settle(access, promise, outcome, why);
    }

    @Override
    @Transactional
    public void reopen(Access access, PromiseId promise) {
        giving.reopen(access, promise);
    }

    @Override
    @Transactional
    public void move(Access access, PromiseId promise, NewMoment moment) {
        giving.move(access, promise, moment);
    }

    @Override
    @Transactional
    public void handOver(Access access, PromiseId promise, UserId owner) {
        giving.handOver(access, promise, owner);
    }

    @Override
    public List<People.User> receivers(Access access, PromiseId promise) {
        access.require(Permission.CONTACTS_HANDLE);
        return handling.receivers(access, giving.contactOf(giving.seen(access, promise))).toList();
    }

    @Override
    public Page<GivenPromise> list(Access access, PromiseFilter filter, @Nullable String cursor, int limit) {
        return lists.list(access, filter, cursor, limit);
    }

    @Override
    public Counts counts(Access access) {
        return lists.counts(access);
    }

    @Override
    public KeptInTime keptInTime(Access access, Optional<BrandId> brand, Instant from, Instant to) {
        return lists.keptInTime(access, brand, from, to);
    }

    @Override
    public Map<QueueId, OfQueue> ofQueues(Access access, BrandId brand, Instant from, Instant now, Instant soon) {
        return ofQueues.of(access, brand, from, now, soon);
    }

    @Override
    public Map<QueueId, Decided> decided(Access access, BrandId brand, Instant from, Instant to) {
        return ofQueues.decided(access, brand, from, to);
    }
}
