package nl.hartslag.feedback;

import java.util.List;

/** What other modules and tools ask of feedback as a whole. */
public interface Feedback {
    /**
     * Brings in what was asked and answered before, by another tool or for a demo company: decisions, invitations,
     * answers, follow-ups and compliments, with the daily figures. Nothing is sent and nobody is alerted. A case that has
     * a decision of the same moment already is skipped, so that an import may be repeated.
     *
     * @return how many were new
     */
    int importPast(List<PastAsking> past);

    /** Sets how a brand asks; also done by the settings page. Used by imports and the demo. */
    void askBy(AskingRule rule);
}
