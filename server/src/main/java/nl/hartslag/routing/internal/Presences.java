package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.CAPACITY;
import static nl.hartslag.routing.internal.db.Tables.CONNECTION;
import static nl.hartslag.routing.internal.db.Tables.LOAD;
import static nl.hartslag.routing.internal.db.Tables.PRESENCE;
import static nl.hartslag.routing.internal.db.Tables.WAITING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.routing.Routing.Capacity;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.routing.internal.rules.Candidate;
import nl.hartslag.routing.internal.rules.Hands;
import nl.hartslag.routing.internal.rules.Medium;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record12;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Who is there, and what each has in hand. */
@Component
class Presences {
    private static final Table<?> HELD = select(
                    LOAD.USER_ID, held(Medium.CALL), held(Medium.CHAT), held(Medium.MAIL))
            .from(LOAD).groupBy(LOAD.USER_ID).asTable("held");
    private static final Table<?> ASKED = select(WAITING.OFFERED_TO, DSL.min(WAITING.MEDIUM).as("asked"))
            .from(WAITING).where(WAITING.OFFERED_TO.isNotNull()).groupBy(WAITING.OFFERED_TO).asTable("asked");
    private static final Table<?> WITH_SCREEN = selectDistinct(CONNECTION.USER_ID).from(CONNECTION).asTable("with_screen");
    private static final Condition IS_CONNECTED = WITH_SCREEN.field(CONNECTION.USER_ID).isNotNull();
    private static final Table<?> PEOPLE = PRESENCE
            .leftJoin(CAPACITY).on(CAPACITY.USER_ID.eq(PRESENCE.USER_ID))
            .leftJoin(HELD).on(HELD.field(LOAD.USER_ID).eq(PRESENCE.USER_ID))
            .leftJoin(ASKED).on(ASKED.field(WAITING.OFFERED_TO).eq(PRESENCE.USER_ID));

    private final DSLContext db;
    private final Agents agents;
    private final String here;
    private final String hereOf;

    Presences(DSLContext db, Agents agents) {
        this.db = db;
        this.agents = agents;
        this.here = db.render(here(DSL.noCondition()));
        this.hereOf = db.render(here(PRESENCE.USER_ID.eq(DSL.any(new UUID[0]))));
    }

    /** Someone's state as it is stored. @param busy what he has in hand, per medium */
    record Present(
            UserId user,
            PresenceState state,
            Instant since,
            Instant idleSince,
            boolean connected,
            Capacity capacity,
            Map<Medium, Integer> busy,
            Optional<Medium> asked) {

        /** What he has in hand and what he is being asked. */
        Hands hands() {
            Map<Medium, Integer> all = new EnumMap<>(Medium.class);
            all.putAll(busy);
            asked.ifPresent(medium -> all.merge(medium, 1, Integer::sum));
            return Hands.of(capacity, all);
        }
    }

    /**
     * Decisions about what one person gets are taken one after another, on whatever node. Always taken before any row is
     * locked, so that nobody waits for it with something in hand that its holder needs.
     */
    void lock(UserId user) {
        db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 71))", DSL.val("routing/" + user));
    }

    /** Everyone who can be asked now: available, with a screen. */
    List<Candidate> candidates() {
        return here().stream().filter(Candidate::available).toList();
    }

    /** Everyone with a screen who is not off; on a break or busy too. Asked with every contact, so read without a record of each. */
    List<Candidate> here() {
        return db.connectionResult(connection -> {
            try (var statement = connection.prepareStatement(here)) {
                return candidates(statement);
            }
        });
    }

    /** The same of these people only. */
    List<Candidate> here(Collection<UserId> users) {
        return db.connectionResult(connection -> {
            try (var statement = connection.prepareStatement(hereOf)) {
                statement.setArray(1, connection.createArrayOf("uuid", users.stream().map(UserId::value).toArray()));
                return candidates(statement);
            }
        });
    }

    private List<Candidate> candidates(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            List<Candidate> all = new ArrayList<>();
            while (rows.next()) {
                Optional<Agent> agent = agents.agent(new UserId(rows.getObject(1, UUID.class)));
                if (agent.isPresent()) all.add(candidate(agent.get(), rows));
            }
            return all;
        }
    }

    /** Asked with every contact, so no more than is needed for that. */
    private static Select<?> here(Condition which) {
        return select(
                        PRESENCE.USER_ID, PRESENCE.STATE, PRESENCE.IDLE_SINCE, CAPACITY.CALLS, CAPACITY.CHATS, CAPACITY.MAILS,
                        inHand(Medium.CALL), inHand(Medium.CHAT), inHand(Medium.MAIL), ASKED.field("asked", String.class))
                .from(PEOPLE)
                .where(PRESENCE.STATE.ne(inline("offline")))
                .and(exists(selectOne().from(CONNECTION).where(CONNECTION.USER_ID.eq(PRESENCE.USER_ID))))
                .and(which);
    }

    /** In the order of {@link #here(Condition)}. */
    private static Candidate candidate(Agent agent, ResultSet row) throws SQLException {
        String asked = row.getString(10);
        int calls = row.getInt(4);
        Capacity capacity = row.wasNull() ? Hands.USUAL : new Capacity(calls, row.getInt(5), row.getInt(6));
        Hands busy = new Hands(capacity, row.getInt(7), row.getInt(8), row.getInt(9));
        return new Candidate(
                agent, asked == null ? busy : busy.and(Medium.of(asked)), row.getObject(3, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(asked).map(Medium::of), row.getString(2).equals("available"));
    }

    /** Empty for someone who handles no contacts. */
    Optional<Agent> agent(UserId user) {
        return agents.agent(user);
    }

    Optional<Candidate> candidate(UserId user) {
        return read(PRESENCE.USER_ID.eq(user.value()).and(PRESENCE.STATE.eq("available")).and(IS_CONNECTED)).stream()
                .flatMap(present -> candidate(present).stream())
                .findFirst();
    }

    private Optional<Candidate> candidate(Present present) {
        return agents.agent(present.user()).map(agent ->
                new Candidate(agent, present.hands(), present.idleSince(), present.asked(),
                        present.state() == PresenceState.AVAILABLE));
    }

    Optional<Present> find(UserId user) {
        return read(PRESENCE.USER_ID.eq(user.value())).stream().findFirst();
    }

    /** Reads the rights and skills of who is there ahead of time. */
    void renew() {
        agents.renew(db.selectDistinct(CONNECTION.USER_ID).from(CONNECTION).fetchSet(row -> new UserId(row.value1())));
    }

    /** Everyone who ever chose a state or had something in hand. */
    List<Present> all() {
        return read(DSL.noCondition());
    }

    /** One statement for however many people: what each has in hand is counted together, not person by person. */
    private List<Present> read(Condition which) {
        return db.fetch(of(which)).map(row -> new Present(
                new UserId(row.value1()),
                stateOf(row.value2()),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6() == null ? Hands.USUAL : new Capacity(row.value6(), row.value7(), row.value8()),
                Map.of(Medium.CALL, row.value9(), Medium.CHAT, row.value10(), Medium.MAIL, row.value11()),
                Optional.ofNullable(row.value12()).map(Medium::of)));
    }

    private static Select<Record12<UUID, String, Instant, Instant, Boolean, Integer, Integer, Integer, Integer, Integer, Integer, String>> of(Condition which) {
        return select(
                        PRESENCE.USER_ID, PRESENCE.STATE, PRESENCE.SINCE, PRESENCE.IDLE_SINCE, field(IS_CONNECTED),
                        CAPACITY.CALLS, CAPACITY.CHATS, CAPACITY.MAILS,
                        inHand(Medium.CALL), inHand(Medium.CHAT), inHand(Medium.MAIL), ASKED.field("asked", String.class))
                .from(PEOPLE)
                .leftJoin(WITH_SCREEN).on(WITH_SCREEN.field(CONNECTION.USER_ID).eq(PRESENCE.USER_ID))
                .where(which);
    }

    /** @return false when he was in that state already */
    boolean set(UserId user, PresenceState state, Instant now) {
        ensure(user, now);
        return db.update(PRESENCE)
                        .set(PRESENCE.STATE, keyOf(state))
                        .set(PRESENCE.SINCE, now)
                        .set(PRESENCE.IDLE_SINCE, now)
                        .set(PRESENCE.LAST_SEEN_AT, now)
                        .where(PRESENCE.USER_ID.eq(user.value()))
                        .and(PRESENCE.STATE.ne(keyOf(state)))
                        .execute()
                > 0;
    }

    /** He chose a state himself, so he need not be told any more. @return whether there was something to tell */
    boolean knowsWhoLoggedHimOff(UserId user) {
        return db.update(PRESENCE)
                        .setNull(PRESENCE.LOGGED_OFF_BY)
                        .setNull(PRESENCE.LOGGED_OFF_WHY)
                        .where(PRESENCE.USER_ID.eq(user.value()))
                        .and(PRESENCE.LOGGED_OFF_BY.isNotNull())
                        .execute()
                > 0;
    }

    /** Whoever is not known yet is off. */
    void ensure(UserId user, Instant now) {
        db.insertInto(PRESENCE)
                .set(PRESENCE.USER_ID, user.value())
                .set(PRESENCE.STATE, keyOf(PresenceState.OFFLINE))
                .set(PRESENCE.SINCE, now)
                .set(PRESENCE.IDLE_SINCE, now)
                .set(PRESENCE.LAST_SEEN_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    /** Holds what is touched together in one order, so that of two who hand each other something neither waits for the other. */
    void hold(Collection<UserId> users) {
        db.select(PRESENCE.USER_ID).from(PRESENCE)
                .where(PRESENCE.USER_ID.in(users.stream().map(UserId::value).toList()))
                .orderBy(PRESENCE.USER_ID)
                .forUpdate()
                .fetch();
    }

    /** What each chose; whoever never chose is off. */
    Map<UserId, PresenceState> states(Collection<UserId> users) {
        Map<UserId, PresenceState> chosen = db.select(PRESENCE.USER_ID, PRESENCE.STATE).from(PRESENCE)
                .where(PRESENCE.USER_ID.in(users.stream().map(UserId::value).toList()))
                .fetchMap(row -> new UserId(row.value1()), row -> stateOf(row.value2()));
        return users.stream().collect(Collectors.toMap(user -> user, user -> chosen.getOrDefault(user, PresenceState.OFFLINE)));
    }

    /** He got, ended or refused something: others come first. */
    void touched(UserId user, Instant now) {
        db.update(PRESENCE).set(PRESENCE.IDLE_SINCE, now).where(PRESENCE.USER_ID.eq(user.value())).execute();
    }

    static String keyOf(PresenceState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static PresenceState stateOf(String key) {
        return PresenceState.valueOf(key.toUpperCase(java.util.Locale.ROOT));
    }

    private static Field<Integer> held(Medium medium) {
        return count().filterWhere(LOAD.MEDIUM.eq(inline(medium.key()))).as(medium.key());
    }

    private static Field<Integer> inHand(Medium medium) {
        return coalesce(HELD.field(medium.key(), Integer.class), inline(0));
    }
}
