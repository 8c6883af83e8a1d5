package nl.hartslag.feedback.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.hartslag.contacts.CaseView;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.feedback.Emotion;
import nl.hartslag.feedback.ResponseView;
import nl.hartslag.feedback.internal.db.tables.records.ResponseRecord;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ResponseId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/** Rows of answers as others may see them. */
@Component
public class ResponseViews {
    private final Contacts contacts;

    ResponseViews(Contacts contacts) {
        this.contacts = contacts;
    }

    public List<ResponseView> of(List<ResponseRecord> rows) {
        Map<CaseId, CaseView> cases = new HashMap<>();
        return rows.stream()
                .map(row -> view(row, cases.computeIfAbsent(new CaseId(row.getCaseId()), contacts::caseOf)))
                .toList();
    }

    private static ResponseView view(ResponseRecord row, CaseView about) {
        return new ResponseView(
                new ResponseId(row.getId()),
                new BrandId(row.getBrandId()),
                row.getScore(),
                row.getWhy(),
                row.getEmotion() == null ? null : Emotion.of(row.getEmotion()),
                row.getAnsweredAt(),
                row.getChangedAt(),
                row.getChannel(),
                row.getQueueId() == null ? null : new QueueId(row.getQueueId()),
                row.getTeamId() == null ? null : new TeamId(row.getTeamId()),
                row.getUserId() == null ? null : new UserId(row.getUserId()),
                row.getCountry(),
                new ConversationId(row.getConversationId()),
                about.id(),
                about.number(),
                about.subject());
    }
}
