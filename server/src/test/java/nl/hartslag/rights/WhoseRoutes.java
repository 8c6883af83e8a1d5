package nl.hartslag.rights;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.rights.Planted.Kind;

/**
 * The one place that says what kind of operation each is. An operation with a right, without anything to name in its path, needs
 * nothing here. Whoever adds another is told by {@link RightsTest} what is missing.
 */
final class WhoseRoutes {
    private WhoseRoutes() {}

    /** Open to everybody, and why. A path stands for all below it. */
    static final Map<String, String> PUBLIC = Map.of(
            "/api/session", "signing in and out, and whether one is signed in",
            "/api/demo", "says before signing in who may be played in the demo; nothing elsewhere",
            "/api/widget/", "visitors of a web shop; what they see hangs on their own secret",
            "/health/", "a probe has no account; says only whether the node is up");

    /** Everybody who is signed in, whatever he may do, and why. */
    static final Map<String, String> SIGNED_IN = Map.ofEntries(
            entry("GET /api/channels", "the names of the channels, the same for everybody"),
            entry("GET /api/live", "each piece of news is filtered by who may see it"),
            entry("GET /api/organisation/brands", "one's own brands"),
            entry("GET /api/organisation/brands/{id}/reasons", "the reasons of one's own brands"),
            entry("GET /api/organisation/departments", "names that stand in every registration"),
            entry("GET /api/people/me/skills", "what one is good at oneself"),
            entry("GET /api/people/me/notifications", "how one hears of news oneself"),
            entry("PUT /api/people/me/notifications", "how one hears of news oneself"),
            entry("PUT /api/people/me/do-not-disturb", "when one is not to be disturbed oneself"),
            entry("DELETE /api/people/me/do-not-disturb", "when one is not to be disturbed oneself"),
            entry("GET /api/people/tokens", "one's own tokens; those of others with people.configure"),
            entry("POST /api/people/tokens", "never more than its maker may do"),
            entry("DELETE /api/people/tokens/{id}", "one's own; those of others with people.configure"),
            entry("GET /api/routing/me", "one's own presence"),
            entry("GET /api/routing/notices", "what was said to oneself"),
            entry("POST /api/routing/notices/{id}/read", "only what was said to oneself is read"),
            entry("PATCH /api/session", "one's own language and keys"),
            entry("GET /api/session/all", "one's own sessions"),
            entry("DELETE /api/session/others", "one's own sessions"),
            entry("POST /api/session/password", "one's own password"));

    /** What a variable in a path names; the longest beginning of the path counts. */
    private static final Map<String, Kind> IN_PATH = Map.ofEntries(
            entry("/api/accounts/{id}", Kind.CUSTOMER_ACCOUNT),
            entry("/api/accounts/{id}/agreements/{agreement}", Kind.AGREEMENT),
            entry("/api/accounts/{id}/members/{customer}", Kind.CUSTOMER),
            entry("/api/accounts/{id}/end-customers/{customer}", Kind.CUSTOMER),
            entry("/api/assistant/contacts/{id}", Kind.CONTACT),
            entry("/api/blocked-senders/{id}", Kind.BLOCKED_SENDER),
            entry("/api/cases/{id}", Kind.CASE),
            entry("/api/cases/changes/{change}", Kind.CASE_CHANGE),
            entry("/api/channels/widgets/{id}", Kind.WIDGET),
            entry("/api/compliments/{id}", Kind.RESPONSE),
            entry("/api/consults/{id}", Kind.CONSULT),
            entry("/api/consults/{id}/files/{file}", Kind.ATTACHMENT),
            entry("/api/customer-groups/{id}", Kind.CUSTOMER_GROUP),
            entry("/api/customers/{id}", Kind.CUSTOMER),
            entry("/api/customers/{id}/identities/{identity}", Kind.IDENTITY),
            entry("/api/customers/{id}/merges/{other}", Kind.CUSTOMER),
            entry("/api/customers/{id}/not-same/{other}", Kind.CUSTOMER),
            entry("/api/desk/views/{id}", Kind.SAVED_VIEW),
            entry("/api/desk/bulk/{id}", Kind.BULK_WORK),
            entry("/api/desk/attachments/{id}", Kind.ATTACHMENT),
            entry("/api/desk/contacts/{id}", Kind.CONTACT),
            entry("/api/desk/conversations/{id}", Kind.CONVERSATION),
            entry("/api/desk/planned-replies/{id}", Kind.PLANNED_ANSWER),
            entry("/api/desk/queues/{queue}", Kind.QUEUE),
            entry("/api/email-accounts/{id}", Kind.INBOX),
            entry("/api/erasures/{id}", Kind.ERASURE),
            entry("/api/feedback/settings/{brand}", Kind.BRAND),
            entry("/api/cases/{id}/fields/{field}", Kind.FIELD),
            entry("/api/contacts/{id}", Kind.CONTACT),
            entry("/api/customers/{id}/fields/{field}", Kind.FIELD),
            entry("/api/fields/{id}", Kind.FIELD),
            entry("/api/orders/{id}", Kind.ORDER),
            entry("/api/orders/{id}/fields/{field}", Kind.FIELD),
            entry("/api/follow-ups/{id}", Kind.FOLLOW_UP),
            entry("/api/gesture-effects/{gesture}", Kind.GESTURE),
            entry("/api/gesture-settings/choices/{id}", Kind.GESTURE_CHOICE),
            entry("/api/gestures/{id}", Kind.GESTURE),
            entry("/api/guideline-deviations/{id}", Kind.DEVIATION),
            entry("/api/guidelines/{id}", Kind.GUIDELINE),
            entry("/api/desk/contacts/{id}/guidelines/{guideline}", Kind.GUIDELINE),
            entry("/api/held-mails/{id}", Kind.HELD_MAIL),
            entry("/api/intake/envelopes/{id}", Kind.ENVELOPE),
            entry("/api/orders/imports/{id}", Kind.IMPORT),
            entry("/api/organisation/brands/{id}", Kind.BRAND),
            entry("/api/organisation/calendars/{id}", Kind.CALENDAR),
            entry("/api/organisation/departments/{id}", Kind.DEPARTMENT),
            entry("/api/organisation/partners/{id}", Kind.PARTNER),
            entry("/api/organisation/reasons/{id}", Kind.REASON),
            entry("/api/organisation/sites/{id}", Kind.SITE),
            entry("/api/outbox/{id}", Kind.SENT_MAIL),
            entry("/api/people/skills/{id}", Kind.SKILL),
            entry("/api/people/teams/{id}", Kind.TEAM),
            entry("/api/people/tokens/{id}", Kind.TOKEN),
            entry("/api/people/users/{id}", Kind.USER),
            entry("/api/promise-rules/{id}", Kind.PROMISE_RULE),
            entry("/api/promises/{id}", Kind.PROMISE),
            entry("/api/results/{user}", Kind.USER),
            entry("/api/retention/rules/{id}", Kind.RETENTION_RULE),
            entry("/api/routing/agents/{user}", Kind.USER),
            entry("/api/routing/all-hands/{id}", Kind.ALL_HANDS),
            entry("/api/routing/capacity/{user}", Kind.USER),
            entry("/api/routing/contacts/{contact}", Kind.CONTACT),
            entry("/api/routing/notices/{id}", Kind.NOTICE),
            entry("/api/routing/offers/{id}", Kind.OFFER),
            entry("/api/routing/queues/{id}", Kind.QUEUE),
            entry("/api/routing/rules/{id}", Kind.RULE),
            entry("/api/stories/{id}", Kind.STORY),
            entry("/api/system/timers/{id}", Kind.TIMER),
            entry("/api/text-blocks/{id}", Kind.TEXT_BLOCK),
            entry("/api/transfer-reasons/{id}", Kind.TRANSFER_REASON),
            entry("/api/undelivered/{message}", Kind.MESSAGE));

    /** Variables that name no row. */
    static final Map<String, String> NO_ROW = Map.of("kind", "reply", "seq", "1");

    /** What a field of a body or a parameter of a query names. */
    static final Map<String, Kind> IN_BODY = Map.ofEntries(
            entry("brand", Kind.BRAND), entry("reason", Kind.REASON), entry("reasons", Kind.REASON), entry("parent", Kind.REASON),
            entry("queue", Kind.QUEUE), entry("user", Kind.USER), entry("owner", Kind.USER), entry("to", Kind.USER),
            entry("customer", Kind.CUSTOMER), entry("conversation", Kind.CONVERSATION), entry("uploads", Kind.UPLOAD),
            entry("partner", Kind.PARTNER), entry("site", Kind.SITE), entry("team", Kind.TEAM), entry("teams", Kind.TEAM),
            entry("into", Kind.CASE), entry("contacts", Kind.CONTACT), entry("guideline", Kind.GUIDELINE), entry("choice", Kind.GESTURE_CHOICE),
            entry("department", Kind.DEPARTMENT), entry("cause", Kind.DEPARTMENT), entry("process", Kind.PROCESS), entry("calendar", Kind.CALENDAR),
            entry("skills", Kind.SKILL), entry("queues", Kind.QUEUE), entry("person", Kind.USER), entry("coach", Kind.USER),
            entry("about", Kind.CONVERSATION), entry("why", Kind.TRANSFER_REASON), entry("group", Kind.CUSTOMER_GROUP),
            entry("account", Kind.CUSTOMER_ACCOUNT), entry("manager", Kind.USER), entry("fromQueue", Kind.QUEUE), entry("toQueue", Kind.QUEUE),
            entry("subState", Kind.SUB_STATE), entry("was", Kind.SUB_STATE), entry("exempt", Kind.SUB_STATE),
            entry("field", Kind.FIELD), entry("fields", Kind.FIELD));

    /** What the whole installation shares: everybody may read it, only who looks after all brands may change it. */
    static final Set<Kind> SHARED = Set.of(Kind.SKILL, Kind.DEPARTMENT, Kind.PROCESS, Kind.CALENDAR, Kind.TIMER, Kind.TRANSFER_REASON);

    /** Commands whose refusal does not say whether there is such a row; they must answer the same as for one that nobody has. */
    static final Map<String, String> SAME_AS_NOTHING = Map.of(
            "DELETE /api/desk/conversations/{id}/drafts/{kind}", "throws away one's own draft, and there is none",
            "POST /api/held-mails/{id}/release", "is not held back, for him",
            "DELETE /api/retention/rules/{id}", "only of one's own brands",
            "POST /api/routing/notices/{id}/read", "only what was said to oneself is read",
            "POST /api/routing/offers/{id}/accept", "an offer that is gone, for him",
            "POST /api/routing/offers/{id}/decline", "an offer that is gone, for him");

    /** Commands that do nothing with an id in their body but keep or ignore it, and why that tells and changes nothing. */
    static final Map<String, String> NOT_LOOKED_UP = Map.of(
            "POST /api/promise-rules", "a rule for a queue that brings this brand no contacts is never used",
            "PUT /api/promise-rules/{id}", "a rule for a queue that brings this brand no contacts is never used",
            "PUT /api/feedback/settings/{brand}/rule", "a rule for a queue that brings this brand no contacts is never used",
            "PUT /api/routing/queues/{id}", "a queue stays with its brand, whatever the body says");

    /** What everybody of the installation reads alike. */
    static final Set<String> SHARED_READS = Set.of("/api/channels", "/api/organisation/calendars", "/api/organisation/departments",
            "/api/people/roles", "/api/people/skills", "/api/feedback/personal-scores", "/api/transfer-reasons");

    /** Answers that change without anybody doing anything, and why. */
    static final Map<String, String> CHANGES_BY_ITSELF = Map.of(
            "GET /api/consults", "the first look at a question is written down",
            "GET /api/consults/departments", "says by when each would answer a question of now",
            "GET /api/consults/{id}/departments", "says by when each would answer a question of now",
            "GET /api/promises/usual", "moments from now on",
            "GET /api/desk/conversations/{id}/sending-moments", "moments from now on",
            "GET /api/audit", "every look at a customer is written down",
            "GET /metrics", "counts requests",
            "GET /api/system", "tells how the node is");

    /** Where not even somebody with every role for one brand finds what is his, and why. */
    static final Map<String, String> NOT_EVEN_ONES_OWN = Map.ofEntries(
            entry("GET /metrics", "of the whole installation"),
            entry("GET /api/system", "of the whole installation"),
            entry("GET /api/system/installation", "of the whole installation"),
            entry("GET /api/system/timers", "of the whole installation"),
            entry("GET /api/intake/envelopes/{id}/sender", "the planted mail was put in no conversation"),
            entry("GET /api/results/{user}/score", "the planted person is in nobody's team"),
            entry("GET /api/people/me/skills", "skills are the installation's, and none was given"),
            entry("GET /api/people/me/notifications", "switches only"),
            entry("GET /api/consults/counts", "numbers only"),
            entry("GET /api/consults/departments", "names that stand in every registration"),
            entry("GET /api/consults/{id}/departments", "names that stand in every registration"),
            entry("GET /api/consults/figures", "numbers only"),
            entry("GET /api/gesture-settings/terms", "no mandate was planted, numbers only"),
            entry("GET /api/gestures/month", "no budget was planted, numbers only"),
            entry("GET /api/gestures/counts", "numbers only"),
            entry("GET /api/gestures/totals", "numbers only"),
            entry("GET /api/follow-ups/counts", "numbers only"),
            entry("GET /api/guideline-deviations/counts", "numbers only"),
            entry("GET /api/talk-phases", "the usual ones, no others were planted"),
            entry("GET /api/intake/hours", "numbers only"),
            entry("GET /api/listen/asking", "numbers only"),
            entry("GET /api/promises/counts", "numbers only"),
            entry("GET /api/promises/due", "nothing that was planted is due today"),
            entry("GET /api/promises/due/counts", "nothing that was planted is due today"),
            entry("GET /api/promises/usual", "moments of the calendar only"),
            entry("GET /api/desk/conversations/{id}/sending-moments", "moments of the calendar only"),
            entry("GET /api/routing/service-level", "no answer turned out in the last hour, numbers only"),
            entry("GET /api/promises/kept-in-time", "numbers only"),
            entry("GET /api/results/score", "numbers only"),
            entry("GET /api/results/colleagues", "the planted person is the only one of his team"),
            entry("GET /api/same-case", "one word"),
            entry("GET /api/silence", "the usual words, no others were planted"),
            entry("GET /api/silence/figures", "numbers only"),
            entry("GET /api/silence/preview", "numbers only"),
            entry("GET /api/transfers/figures", "numbers only"),
            entry("GET /api/undelivered/counts", "numbers only"));

    static Optional<Kind> named(Operation operation, String variable) {
        int end = operation.path().indexOf("{" + variable + "}") + variable.length() + 2;
        return Optional.ofNullable(IN_PATH.get(operation.path().substring(0, end)));
    }

    static boolean open(Operation operation) {
        return PUBLIC.keySet().stream().anyMatch(operation.path()::startsWith);
    }
}
