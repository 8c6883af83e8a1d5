package nl.hartslag.feedback.internal.past;

import static nl.hartslag.feedback.internal.db.Tables.COMPLIMENT;
import static nl.hartslag.feedback.internal.db.Tables.DECISION;
import static nl.hartslag.feedback.internal.db.Tables.FOLLOW_UP;
import static nl.hartslag.feedback.internal.db.Tables.INVITATION;
import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.hartslag.feedback.PastAsking;
import nl.hartslag.feedback.internal.db.tables.records.ComplimentRecord;
import nl.hartslag.feedback.internal.db.tables.records.DecisionRecord;
import nl.hartslag.feedback.internal.db.tables.records.FollowUpRecord;
import nl.hartslag.feedback.internal.db.tables.records.InvitationRecord;
import nl.hartslag.feedback.internal.db.tables.records.ResponseRecord;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.Uuid7;
import nl.hartslag.shared.statistics.ScoreClass;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;

/** The rows that one chunk of past answers becomes. */
final class PastRows {
    final List<DecisionRecord> decisions = new ArrayList<>();
    final List<InvitationRecord> invitations = new ArrayList<>();
    final List<ResponseRecord> responses = new ArrayList<>();
    final List<FollowUpRecord> followUps = new ArrayList<>();
    final List<ComplimentRecord> compliments = new ArrayList<>();
    private final DSLContext db;
    private final Function<BrandId, ZoneId> zones;
    private final Instant now;

    PastRows(DSLContext db, Function<BrandId, ZoneId> zones, Instant now) {
        this.db = db;
        this.zones = zones;
        this.now = now;
    }

    LocalDate day(UUID brand, Instant at) {
        return LocalDate.ofInstant(at, zones.apply(new BrandId(brand)));
    }

    void add(PastAsking past) {
        DecisionRecord decision = row(DECISION);
        decision.setId(Uuid7.next());
        decision.setBrandId(past.brand().value());
        decision.setPartnerId(past.partner().map(PartnerId::value).orElse(null));
        decision.setCaseId(past.caseId().value());
        decision.setSolvedAt(past.solvedAt());
        decision.setCustomerId(past.customer() == null ? null : past.customer().value());
        decision.setQueueId(past.queue() == null ? null : past.queue().value());
        decision.setOutcome(past.outcome().name());
        decision.setProbability(past.probability());
        decision.setDecidedAt(past.solvedAt());
        decisions.add(decision);
        past.invitation().ifPresent(invitation -> invited(decision, invitation));
    }

    private void invited(DecisionRecord decision, PastAsking.Invitation past) {
        InvitationRecord row = row(INVITATION);
        row.setId(Uuid7.next());
        row.setDecisionId(decision.getId());
        row.setBrandId(decision.getBrandId());
        row.setPartnerId(decision.getPartnerId());
        row.setCustomerId(decision.getCustomerId());
        row.setCaseId(decision.getCaseId());
        row.setContactId(past.contact().value());
        row.setConversationId(past.conversation().value());
        row.setQueueId(decision.getQueueId());
        row.setUserId(past.user() == null ? null : past.user().value());
        row.setTeamId(past.team() == null ? null : past.team().value());
        row.setChannel(past.channel());
        row.setCountry(past.country());
        row.setLanguage(past.language());
        row.setCreatedAt(decision.getDecidedAt());
        row.setSendAt(past.sentAt());
        row.setSentAt(past.sentAt());
        row.setExpiresAt(past.sentAt().plus(java.time.Duration.ofDays(30)));
        row.setState(past.answer().isPresent() ? "answered" : now.isBefore(row.getExpiresAt()) ? "sent" : "expired");
        invitations.add(row);
        past.answer().ifPresent(answer -> answered(row, answer));
    }

    private void answered(InvitationRecord invitation, PastAsking.Answer past) {
        ResponseRecord row = row(RESPONSE);
        row.setId(Uuid7.next());
        row.setInvitationId(invitation.getId());
        row.setBrandId(invitation.getBrandId());
        row.setPartnerId(invitation.getPartnerId());
        row.setCustomerId(invitation.getCustomerId());
        row.setCaseId(invitation.getCaseId());
        row.setContactId(invitation.getContactId());
        row.setConversationId(invitation.getConversationId());
        row.setQueueId(invitation.getQueueId());
        row.setUserId(invitation.getUserId());
        row.setTeamId(invitation.getTeamId());
        row.setChannel(invitation.getChannel());
        row.setCountry(invitation.getCountry());
        row.setLanguage(invitation.getLanguage());
        row.setScore(past.score());
        row.setWhy(past.why());
        row.setEmotion(past.emotion() == null ? null : past.emotion().key());
        row.setAnsweredAt(past.answeredAt());
        row.setDay(day(row.getBrandId(), past.answeredAt()));
        responses.add(row);
        ScoreClass kind = ScoreClass.of(past.score());
        if (kind == ScoreClass.DETRACTOR) past.followUp().ifPresent(followUp -> followed(row, followUp));
        if (kind == ScoreClass.PROMOTER && past.why() != null) praised(row);
    }

    private void followed(ResponseRecord response, PastAsking.FollowUp past) {
        FollowUpRecord row = row(FOLLOW_UP);
        row.setId(Uuid7.next());
        row.setResponseId(response.getId());
        row.setBrandId(response.getBrandId());
        row.setPartnerId(response.getPartnerId());
        row.setTeamId(response.getTeamId());
        row.setCustomerId(response.getCustomerId());
        row.setCaseId(response.getCaseId());
        row.setOwnerId(past.owner() == null ? null : past.owner().value());
        row.setAssignedAt(past.owner() == null ? null : response.getAnsweredAt());
        row.setDueAt(past.dueAt());
        row.setState(past.outcome() != null ? "done" : now.isBefore(past.dueAt()) ? "open" : "late");
        row.setOutcome(past.outcome() == null ? null : past.outcome().key());
        row.setNote(past.note());
        row.setCreatedAt(response.getAnsweredAt());
        row.setDoneAt(past.outcome() == null ? null : past.doneAt() == null ? past.dueAt() : past.doneAt());
        row.setDoneBy(past.outcome() == null || past.owner() == null ? null : past.owner().value());
        row.setVersion(0);
        followUps.add(row);
    }

    private void praised(ResponseRecord response) {
        ComplimentRecord row = row(COMPLIMENT);
        row.setResponseId(response.getId());
        row.setBrandId(response.getBrandId());
        row.setPartnerId(response.getPartnerId());
        row.setUserId(response.getUserId());
        row.setTeamId(response.getTeamId());
        row.setWords(response.getWhy());
        row.setScore(response.getScore());
        row.setAt(response.getAnsweredAt());
        compliments.add(row);
    }

    private <R extends Record> R row(Table<R> table) {
        return db.newRecord(table);
    }
}
