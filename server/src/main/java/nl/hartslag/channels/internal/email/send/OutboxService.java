package nl.hartslag.channels.internal.email.send;

import static nl.hartslag.channels.internal.db.Tables.CAPTURED_MAIL;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.channels.Outbox;
import nl.hartslag.channels.internal.db.tables.records.CapturedMailRecord;
import nl.hartslag.channels.internal.email.parse.AttachmentStore;
import nl.hartslag.channels.internal.email.parse.MailAttachment;
import nl.hartslag.channels.internal.email.parse.MailLimits;
import nl.hartslag.channels.internal.email.parse.MailParser;
import nl.hartslag.channels.internal.email.parse.ParsedMail;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class OutboxService implements Outbox {
    private static final List<String> SHOWN_HEADERS = List.of("Date", "From", "Reply-To", "To", "Cc", "Subject", "Message-ID", "In-Reply-To",
            "References", "Auto-Submitted", "List-Unsubscribe", "DKIM-Signature");
    private final DSLContext db;
    private final Blobs blobs;
    private final Audit audit;

    OutboxService(DSLContext db, Blobs blobs, Audit audit) {
        this.db = db;
        this.blobs = blobs;
        this.audit = audit;
    }

    @Override
    public Page<SentMail> mails(Access access, @Nullable Purpose purpose, @Nullable String search, @Nullable String cursor, int limit) {
        access.require(Permission.OUTBOX_VIEW);
        Condition which = visible(access);
        if (purpose != null) which = which.and(CAPTURED_MAIL.PURPOSE.eq(purpose.key()));
        if (search != null && !search.isBlank()) {
            which = which.and(CAPTURED_MAIL.SUBJECT.containsIgnoreCase(search.strip())
                    .or(DSL.field("array_to_string({0}, ' ')", String.class, CAPTURED_MAIL.RECIPIENTS).containsIgnoreCase(search.strip())));
        }
        if (cursor != null) which = which.and(CAPTURED_MAIL.ID.lt(id(cursor)));
        List<SentMail> rows = db.selectFrom(CAPTURED_MAIL).where(which).orderBy(CAPTURED_MAIL.ID.desc()).limit(limit + 1)
                .fetch(OutboxService::view);
        boolean more = rows.size() > limit;
        List<SentMail> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(List.copyOf(shown), more ? shown.getLast().id().toString() : null);
    }

    @Override
    public SentDetail mail(Access access, UUID id) {
        CapturedMailRecord row = opened(access, id);
        try (InputStream raw = blobs.open(row.getBlobHash())) {
            ParsedMail mail = new MailParser(MailLimits.USUAL, OutboxService::skipped).parse(raw);
            List<Header> headers = SHOWN_HEADERS.stream()
                    .flatMap(name -> mail.headers().all(name).stream().map(value -> new Header(name, mail.headers().decoded(name)))).toList();
            return new SentDetail(view(row), mail.text().orElse(""), mail.html().orElse(null), headers,
                    mail.attachments().stream().map(MailAttachment::name).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AttachmentStore.Stored skipped(InputStream content) throws IOException {
        return new AttachmentStore.Stored("", content.transferTo(OutputStream.nullOutputStream()));
    }

    @Override
    public InputStream raw(Access access, UUID id) {
        return blobs.open(opened(access, id).getBlobHash());
    }

    /** A mail is personal data: who opened it is recorded. */
    private CapturedMailRecord opened(Access access, UUID id) {
        CapturedMailRecord row = find(access, id);
        audit.record(access, "sent-mail.opened", "sent-mail", id.toString(), Optional.of(new BrandId(row.getBrandId())), Map.of());
        return row;
    }

    private CapturedMailRecord find(Access access, UUID id) {
        access.require(Permission.OUTBOX_VIEW);
        return db.selectFrom(CAPTURED_MAIL).where(visible(access)).and(CAPTURED_MAIL.ID.eq(id)).fetchOptional()
                .orElseThrow(() -> Problem.notFound("outbox"));
    }

    private static Condition visible(Access access) {
        if (access.partner().isPresent()) return DSL.falseCondition();
        return CAPTURED_MAIL.BRAND_ID.in(access.brands().stream().map(BrandId::value).toList());
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }

    private static SentMail view(CapturedMailRecord row) {
        return new SentMail(row.getId(), new MessageId(row.getMessageId()), new BrandId(row.getBrandId()), row.getSender(),
                List.of(row.getRecipients()), row.getSubject(), row.getPurpose(), row.getSize(), row.getCapturedAt());
    }
}
