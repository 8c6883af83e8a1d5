package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;
import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.OutboundChannel.OutboundMessage;
import nl.hartslag.contacts.Undelivered;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.OutboxRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class UndeliveredService implements Undelivered {
    private static final Field<String> ADDRESS = DSL.field(DSL.select(PARTICIPANT.ADDRESS)
            .from(PARTICIPANT)
            .where(PARTICIPANT.CONVERSATION_ID.eq(OUTBOX.CONVERSATION_ID))
            .and(PARTICIPANT.ROLE.eq(Recipients.CUSTOMER))
            .orderBy(PARTICIPANT.ADDRESS)
            .limit(1)).as("address");
    private static final Field<Boolean> ANONYMOUS = DSL.field(DSL.exists(DSL.selectOne().from(SHOWN_BRAND).where(SHOWN_BRAND.ID.eq(OUTBOX.BRAND_ID)).and(SHOWN_BRAND.ANONYMOUS)))
            .as("anonymous");
    private static final Condition ASKS = OUTBOX.TROUBLE.in("retrying", "failed", "bounced");
    private static final Condition STOPPED = OUTBOX.TROUBLE.in("failed", "bounced");

    private final DSLContext db;
    private final Scope scope;
    private final OutboxMessages outbox;
    private final Audit audit;

    UndeliveredService(DSLContext db, Scope scope, OutboxMessages outbox, Audit audit) {
        this.db = db;
        this.scope = scope;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Override
    public Page<Item> list(Access access, @Nullable Trouble trouble, @Nullable String search, boolean mine, @Nullable String cursor, int limit) {
        Condition which = mine ? written(access) : all(access);
        which = which.and(trouble == null ? ASKS : OUTBOX.TROUBLE.eq(Rows.column(trouble)));
        if (search != null && !search.isBlank()) which = which.and(matching(search.strip()));
        if (cursor != null) which = which.and(OUTBOX.ID.lt(number(cursor)));
        var rows = db.select(OUTBOX.fields())
                .select(MESSAGE.PURPOSE, MESSAGE.AUTHOR_NAME, MESSAGE.SUBJECT, CONVERSATION.SUBJECT.as("conversation_subject"), ADDRESS, ANONYMOUS)
                .from(OUTBOX)
                .join(MESSAGE).on(MESSAGE.ID.eq(OUTBOX.MESSAGE_ID))
                .join(CONVERSATION).on(CONVERSATION.ID.eq(OUTBOX.CONVERSATION_ID))
                .where(which)
                .orderBy(OUTBOX.ID.desc())
                .limit(limit + 1)
                .fetch();
        boolean more = rows.size() > limit;
        List<? extends Record> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown.stream().map(UndeliveredService::item).toList(),
                more ? String.valueOf(shown.getLast().get(OUTBOX.ID)) : null);
    }

    @Override
    public Counts counts(Access access) {
        int mine = access.may(Permission.CONTACTS_HANDLE)
                ? db.fetchCount(OUTBOX.join(MESSAGE).on(MESSAGE.ID.eq(OUTBOX.MESSAGE_ID)), STOPPED.and(written(access)))
                : 0;
        if (!access.may(Permission.OUTBOX_VIEW)) return new Counts(0, 0, 0, mine);
        Map<String, Integer> found = db.select(OUTBOX.TROUBLE, DSL.count())
                .from(OUTBOX)
                .where(ASKS.and(all(access)))
                .groupBy(OUTBOX.TROUBLE)
                .fetchMap(OUTBOX.TROUBLE, DSL.count());
        return new Counts(found.getOrDefault("retrying", 0), found.getOrDefault("failed", 0), found.getOrDefault("bounced", 0), mine);
    }

    @Override
    @Transactional
    public void again(Access access, MessageId message) {
        OutboxRecord row = stuck(access, message);
        if (!outbox.again(row)) throw Problem.of("undelivered/not-stuck", 409);
        record(access, "message.sent-again", row);
    }

    @Override
    @Transactional
    public void giveUp(Access access, MessageId message) {
        OutboxRecord row = stuck(access, message);
        if (!outbox.giveUp(row, access.user())) throw Problem.of("undelivered/not-stuck", 409);
        record(access, "message.given-up", row);
    }

    private OutboxRecord stuck(Access access, MessageId message) {
        OutboxRecord row = db.selectFrom(OUTBOX)
                .where(OUTBOX.MESSAGE_ID.eq(message.value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> Problem.notFound("undelivered"));
        try {
            scope.check(access, conversation(row));
        } catch (Problem unseen) {
            throw Problem.notFound("undelivered");
        }
        BrandId brand = new BrandId(row.getBrandId());
        if (!access.may(Permission.OUTBOX_VIEW, brand)) access.require(Permission.CONTACTS_HANDLE, brand);
        if (row.getState().equals("sending")) throw Problem.of("undelivered/being-sent", 409);
        return row;
    }

    private ConversationRecord conversation(OutboxRecord row) {
        return db.selectFrom(CONVERSATION).where(CONVERSATION.ID.eq(row.getConversationId())).fetchSingle();
    }

    private void record(Access access, String kind, OutboxRecord row) {
        audit.record(access, kind, "message", row.getMessageId().toString(), Optional.of(new BrandId(row.getBrandId())), Map.of());
    }

    private Condition all(Access access) {
        access.require(Permission.OUTBOX_VIEW);
        return visible(access.within(Permission.OUTBOX_VIEW));
    }

    private Condition written(Access access) {
        access.require(Permission.CONTACTS_HANDLE);
        return visible(access.within(Permission.CONTACTS_HANDLE)).and(MESSAGE.AUTHOR_KIND.eq("user")).and(MESSAGE.AUTHOR_ID.eq(access.user().value()));
    }

    private Condition visible(Access access) {
        return OUTBOX.BRAND_ID.in(access.brands().stream().map(BrandId::value).toList())
                .and(access.partner().map(partner -> scope.takesPart(partner, OUTBOX.CONVERSATION_ID)).orElse(DSL.trueCondition()));
    }

    private static Condition matching(String search) {
        return CONVERSATION.SUBJECT.containsIgnoreCase(search)
                .or(MESSAGE.SUBJECT.containsIgnoreCase(search))
                .or(OUTBOX.ERROR.containsIgnoreCase(search))
                .or(DSL.exists(DSL.selectOne().from(PARTICIPANT)
                        .where(PARTICIPANT.CONVERSATION_ID.eq(OUTBOX.CONVERSATION_ID))
                        .and(PARTICIPANT.ADDRESS.containsIgnoreCase(search))
                        .andNotExists(DSL.selectOne().from(SHOWN_BRAND).where(SHOWN_BRAND.ID.eq(OUTBOX.BRAND_ID)).and(SHOWN_BRAND.ANONYMOUS))));
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }

    private static Item item(Record row) {
        Trouble trouble = Rows.state(Trouble.class, row.get(OUTBOX.TROUBLE));
        boolean toDepartment = row.get(OUTBOX.CONSULT_ID) != null;
        String own = toDepartment ? row.get(OUTBOX.SUBJECT) : row.get(MESSAGE.SUBJECT);
        return new Item(
                new MessageId(row.get(OUTBOX.MESSAGE_ID)),
                new ConversationId(row.get(OUTBOX.CONVERSATION_ID)),
                new BrandId(row.get(OUTBOX.BRAND_ID)),
                row.get(OUTBOX.CHANNEL),
                toDepartment ? OutboundMessage.CONSULT : row.get(MESSAGE.PURPOSE),
                own == null ? row.get("conversation_subject", String.class) : own,
                row.get(MESSAGE.AUTHOR_NAME),
                toDepartment ? row.get(OUTBOX.TO_ADDRESSES)[0] : row.get(ANONYMOUS) ? null : row.get(ADDRESS),
                trouble,
                row.get(OUTBOX.TROUBLE_AT),
                row.get(OUTBOX.ERROR),
                row.get(OUTBOX.ATTEMPTS),
                trouble == Trouble.RETRYING ? row.get(OUTBOX.NEXT_TRY_AT) : null);
    }
}
