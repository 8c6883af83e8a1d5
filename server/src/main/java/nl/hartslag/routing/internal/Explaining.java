package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.OFFER;
import static nl.hartslag.routing.internal.db.Tables.QUEUE;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Explanations;
import nl.hartslag.routing.internal.Steps.Why;
import nl.hartslag.routing.internal.db.tables.records.OfferRecord;
import nl.hartslag.routing.internal.db.tables.records.StepRecord;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.routing.internal.rules.Score;
import nl.hartslag.routing.internal.rules.Waiting;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what was written down about a contact, and how it stands if it waits, each reader no more than he may know. */
@Component
class Explaining implements Explanations {
    private final DSLContext db;
    private final Clock clock;
    private final Contacts contacts;
    private final Organisation organisation;
    private final Steps steps;
    private final StoredFacts facts;
    private final WaitingContacts waiting;
    private final Presences presences;
    private final Matching matching;
    private final OpeningHours hours;
    private final People people;
    private final Widening widening;
    private final PersonTimes times;
    private final PlaceNames places;

    Explaining(
            DSLContext db, Clock clock, Contacts contacts, Organisation organisation, Steps steps, StoredFacts facts,
            WaitingContacts waiting, Presences presences, Matching matching, OpeningHours hours, People people, Widening widening,
            PersonTimes times, PlaceNames places) {
        this.db = db;
        this.clock = clock;
        this.contacts = contacts;
        this.organisation = organisation;
        this.steps = steps;
        this.facts = facts;
        this.waiting = waiting;
        this.presences = presences;
        this.matching = matching;
        this.hours = hours;
        this.people = people;
        this.widening = widening;
        this.times = times;
        this.places = places;
    }

    @Override
    public Explanation of(Access access, ContactId id) {
        access.require(Permission.CONTACTS_VIEW);
        var contact = contacts.contact(access, id);
        Reader reader = new Reader(access, access.may(Permission.LIVE_VIEW, contact.brand()), people);
        boolean timed = times.told(contact.brand());
        List<StepRecord> taken = steps.of(id);
        List<OfferRecord> offered = offers(id);
        Map<UUID, String> queues = queues(Stream.concat(
                taken.stream().map(StepRecord::getQueueId), offered.stream().map(OfferRecord::getQueueId)));
        List<Step> told = Stream.concat(
                        taken.stream().filter(step -> isTold(step, access)).map(step -> told(step, queues, reader)),
                        offered.stream().map(offer -> told(offer, queues, reader)))
                .sorted(Comparator.comparing(Step::at).thenComparing(Step::kind))
                .map(step -> timed ? step : step.untimed())
                .toList();
        return new Explanation(id, told, waiting.row(id).map(row -> now(row, reader)).orElse(null));
    }

    private List<OfferRecord> offers(ContactId contact) {
        return db.selectFrom(OFFER).where(OFFER.CONTACT_ID.eq(contact.value())).orderBy(OFFER.OFFERED_AT).limit(200).fetch();
    }

    /** Also of queues that were closed since. */
    private Map<UUID, String> queues(Stream<@Nullable UUID> used) {
        List<UUID> ids = used.filter(Objects::nonNull).distinct().toList();
        return db.select(QUEUE.ID, QUEUE.NAME).from(QUEUE).where(QUEUE.ID.in(ids)).fetchMap(QUEUE.ID, QUEUE.NAME);
    }

    private Step told(StepRecord step, Map<UUID, String> queues, Reader reader) {
        Why why = facts.read(step.getFacts(), Why.class);
        return new Step(
                StepKind.valueOf(step.getKind().toUpperCase(java.util.Locale.ROOT)), step.getAt(), queues.get(step.getQueueId()),
                step.getUserId() == null ? null : reader.holder(new UserId(step.getUserId())), why.why(), null, rule(why),
                why.heldUntil(), why.keptFor() == null ? null : new KeptFor(reader.somebody(why.keptFor()), why.keptUntil()),
                why.score(), null, List.of(), why.waitedSeconds(), why.ring(), turn(why));
    }

    /** A partner does not learn with whom it shares. */
    private boolean isTold(StepRecord step, Access access) {
        return access.partner().isEmpty() || !step.getKind().equals("turn")
                || access.partner().equals(Optional.ofNullable(facts.read(step.getFacts(), Why.class).partner()));
    }

    private @Nullable TurnSaid turn(Why why) {
        if (why.percent() == null) return null;
        PlaceNames.Names names = places.read();
        return new TurnSaid(
                names.partner(Optional.ofNullable(why.partner())), names.site(Optional.ofNullable(why.site())), why.percent(), why.got(),
                "next".equals(why.why()));
    }

    private @Nullable RuleSaid rule(Why why) {
        if (why.channel() == null && why.reason() == null && why.address() == null) return null;
        var reason = Optional.ofNullable(why.reason()).flatMap(organisation::reason);
        return new RuleSaid(
                why.channel(), reason.map(Organisation.Reason::nameNl).orElse(null), reason.map(Organisation.Reason::nameEn).orElse(null), why.address());
    }

    private Step told(OfferRecord offer, Map<UUID, String> queues, Reader reader) {
        return new Step(
                StepKind.OFFERED, offer.getOfferedAt(), queues.get(offer.getQueueId()), reader.somebody(new UserId(offer.getUserId())),
                offer.getOutcome(), offer.getDecidedAt(), null, null, null, offer.getScore(), offer.getWay(),
                reader.groups(facts.groups(offer.getOthers())), null, offer.getRing(), null);
    }

    private static Pressing pressing(Score score) {
        return new Pressing(score.total(), score.queue(), score.contact(), score.promise(), score.waited());
    }

    private Now now(WaitingRecord row, Reader reader) {
        Instant at = clock.instant();
        Waiting wanted = waiting.waiting(row, at);
        var looked = matching.consider(wanted, presences.here());
        return new Now(
                wanted.queue().id(), wanted.queue().name(), row.getEnteredAt(), pressing(wanted.score(at)), waiting.aheadOf(row), wanted.offered(),
                row.getOfferedTo() == null ? null : reader.somebody(new UserId(row.getOfferedTo())),
                wanted.preferred().map(person -> new KeptFor(reader.somebody(person), row.getPreferredUntil())).orElse(null),
                hours.offeredFrom(new QueueId(row.getQueueId()), new BrandId(row.getBrandId()), row.getChannel(), row.getMedium(), at)
                        .filter(opens -> opens.isAfter(at)).orElse(null),
                wanted.ring(), widening.next(row, wanted.queue()).orElse(null), reader.groups(Grounds.groups(looked.everyone())));
    }
}
