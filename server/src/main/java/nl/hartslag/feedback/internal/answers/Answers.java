package nl.hartslag.feedback.internal.answers;

import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.hartslag.feedback.Survey.Answer;
import nl.hartslag.feedback.internal.AnswerDays;
import nl.hartslag.feedback.internal.db.tables.records.InvitationRecord;
import nl.hartslag.feedback.internal.db.tables.records.ResponseRecord;
import nl.hartslag.feedback.internal.effects.KeptEffects;
import nl.hartslag.feedback.internal.followups.FollowUpWork;
import nl.hartslag.feedback.internal.wall.Praise;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One answer per invitation, with everything that follows from it in the same transaction. */
@Component
class Answers {
    static final Duration CHANGEABLE = Duration.ofHours(24);
    private static final int LONGEST_WHY = 4_000;

    private final DSLContext db;
    private final AnswerDays days;
    private final FollowUpWork followUps;
    private final Praise praise;
    private final KeptEffects effects;
    private final AnswerNews news;
    private final Organisation organisation;

    Answers(
            DSLContext db,
            AnswerDays days,
            FollowUpWork followUps,
            Praise praise,
            KeptEffects effects,
            AnswerNews news,
            Organisation organisation) {
        this.db = db;
        this.days = days;
        this.followUps = followUps;
        this.praise = praise;
        this.effects = effects;
        this.news = news;
        this.organisation = organisation;
    }

    void first(InvitationRecord invitation, int score, Answer answer, Instant now) {
        ResponseRecord row = db.newRecord(RESPONSE);
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
        row.setScore(score);
        row.setWhy(words(answer.why()));
        row.setEmotion(answer.emotion() == null ? null : answer.emotion().key());
        row.setAnsweredAt(now);
        row.setDay(LocalDate.ofInstant(now, organisation.brand(new BrandId(row.getBrandId())).zone()));
        row.insert();
        days.add(row, score);
        consequences(row, now);
        news.received(row);
    }

    void change(ResponseRecord row, Answer answer, Instant now) {
        int before = row.getScore();
        int score = answer.score() == null ? before : answer.score();
        String why = answer.why() == null ? row.getWhy() : words(answer.why());
        String emotion = answer.noEmotion() ? null : answer.emotion() == null ? row.getEmotion() : answer.emotion().key();
        if (score == before && Objects.equals(why, row.getWhy()) && Objects.equals(emotion, row.getEmotion())) return;
        row.setScore(score);
        row.setWhy(why);
        row.setEmotion(emotion);
        row.setChangedAt(now);
        row.update();
        if (score != before) {
            days.takeAway(row, before);
            days.add(row, score);
        }
        consequences(row, now);
        news.changed(row);
    }

    private void consequences(ResponseRecord row, Instant now) {
        followUps.answered(row, now);
        praise.answered(row);
        effects.answered(List.of(row.getCustomerId()));
    }

    private static @Nullable String words(@Nullable String why) {
        if (why == null || why.isBlank()) return null;
        String stripped = why.strip();
        return stripped.substring(0, Math.min(LONGEST_WHY, stripped.length()));
    }
}
