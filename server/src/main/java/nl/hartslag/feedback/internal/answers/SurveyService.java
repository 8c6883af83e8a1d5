package nl.hartslag.feedback.internal.answers;

import static nl.hartslag.feedback.internal.db.Tables.INVITATION;
import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.customers.Customers;
import nl.hartslag.feedback.Emotion;
import nl.hartslag.feedback.Survey;
import nl.hartslag.feedback.Survey.View.Answered;
import nl.hartslag.feedback.Survey.View.Asking;
import nl.hartslag.feedback.Survey.View.Closed;
import nl.hartslag.feedback.Survey.View.Expired;
import nl.hartslag.feedback.Survey.View.OptOut;
import nl.hartslag.feedback.Survey.View.Unknown;
import nl.hartslag.feedback.internal.CustomerLock;
import nl.hartslag.feedback.internal.SurveyToken;
import nl.hartslag.feedback.internal.asking.Invitations;
import nl.hartslag.feedback.internal.db.tables.records.InvitationRecord;
import nl.hartslag.feedback.internal.db.tables.records.ResponseRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.CustomerId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SurveyService implements Survey {
    private final DSLContext db;
    private final Secrets secrets;
    private final Clock clock;
    private final Clicks clicks;
    private final Answers answers;
    private final Invitations invitations;
    private final CustomerLock lock;
    private final Customers customers;
    private final Contacts contacts;
    private final Organisation organisation;

    SurveyService(
            DSLContext db,
            Secrets secrets,
            Clock clock,
            Clicks clicks,
            Answers answers,
            Invitations invitations,
            CustomerLock lock,
            Customers customers,
            Contacts contacts,
            Organisation organisation) {
        this.db = db;
        this.secrets = secrets;
        this.clock = clock;
        this.clicks = clicks;
        this.answers = answers;
        this.invitations = invitations;
        this.lock = lock;
        this.customers = customers;
        this.contacts = contacts;
        this.organisation = organisation;
    }

    @Override
    @Transactional(readOnly = true)
    public View open(String token) {
        return SurveyToken.read(token, secrets)
                .flatMap(read -> sent(read, false).map(row -> read.isOptOut() ? optOutView(row) : view(row, read)))
                .orElseGet(Unknown::new);
    }

    @Override
    @Transactional
    public void clicked(String token, @Nullable String userAgent) {
        SurveyToken.read(token, secrets).ifPresent(read -> read.tapped().ifPresent(score -> sent(read, false)
                .ifPresent(row -> clicks.record(row.getId(), score, clock.instant(), userAgent))));
    }

    @Override
    @Transactional
    public View answer(String token, Answer answer) {
        var read = SurveyToken.read(token, secrets);
        if (read.isEmpty()) return new Unknown();
        var found = sent(read.get(), true);
        if (found.isEmpty()) return new Unknown();
        InvitationRecord invitation = found.get();
        Optional<ResponseRecord> earlier = response(invitation);
        Instant now = clock.instant();
        if (earlier.isPresent()) {
            if (now.isBefore(changeableUntil(earlier.get()))) answers.change(earlier.get(), answer, now);
        } else if (answer.score() != null && !expired(invitation, now)) {
            answers.first(invitation, answer.score(), answer, now);
            invitations.answered(invitation);
        }
        return view(invitation, read.get());
    }

    @Override
    @Transactional
    public View optOut(String token, boolean declined) {
        return SurveyToken.read(token, secrets).flatMap(read -> sent(read, false)).<View>map(row -> {
                    CustomerId customer = new CustomerId(row.getCustomerId());
                    lock.take(customers.together(customer).getFirst().value());
                    customers.declineSurveys(customer, declined);
                    if (declined) invitations.withdrawWaiting(customer);
                    return new OptOut(look(row), declined);
                })
                .orElseGet(Unknown::new);
    }

    private View view(InvitationRecord row, SurveyToken token) {
        Optional<Integer> tapped = token.tapped().stream().boxed().findFirst();
        Instant now = clock.instant();
        Optional<ResponseRecord> response = response(row);
        if (response.isPresent()) {
            ResponseRecord given = response.get();
            Instant until = changeableUntil(given);
            if (!now.isBefore(until)) return new Closed(look(row), given.getScore());
            Emotion emotion = given.getEmotion() == null ? null : Emotion.of(given.getEmotion());
            return new Answered(look(row), given.getScore(), given.getWhy(), emotion, until, tapped);
        }
        return expired(row, now) ? new Expired(look(row)) : new Asking(look(row), tapped);
    }

    private View optOutView(InvitationRecord row) {
        boolean declined = customers.customer(new CustomerId(row.getCustomerId()))
                .map(Customers.Customer::surveysDeclined)
                .orElse(false);
        return new OptOut(look(row), declined);
    }

    private Look look(InvitationRecord row) {
        var brand = organisation.brand(new BrandId(row.getBrandId()));
        var about = contacts.caseOf(new CaseId(row.getCaseId()));
        return new Look(
                brand.name(),
                brand.accent(),
                row.getLanguage(),
                brand.zone(),
                row.getCreatedAt(),
                brand.anonymous() || about.subject().isBlank() ? Optional.empty() : Optional.of(about.subject()));
    }

    /** Only what has been sent can be answered; a waiting or withdrawn invitation has no links in the world. */
    private Optional<InvitationRecord> sent(SurveyToken token, boolean forUpdate) {
        var query = db.selectFrom(INVITATION)
                .where(INVITATION.ID.eq(token.invitation().value()), INVITATION.SENT_AT.isNotNull(), INVITATION.ERASED_AT.isNull());
        return forUpdate ? query.forUpdate().fetchOptional() : query.fetchOptional();
    }

    private Optional<ResponseRecord> response(InvitationRecord row) {
        return db.selectFrom(RESPONSE).where(RESPONSE.INVITATION_ID.eq(row.getId())).fetchOptional();
    }

    private static boolean expired(InvitationRecord row, Instant now) {
        return row.getState().equals("expired") || row.getExpiresAt() != null && !now.isBefore(row.getExpiresAt());
    }

    private static Instant changeableUntil(ResponseRecord response) {
        return response.getAnsweredAt().plus(Answers.CHANGEABLE);
    }
}
