package nl.hartslag.routing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.QueueSettings;
import nl.hartslag.routing.QueueSettings.NewRule;
import nl.hartslag.routing.QueueSettings.PersonCapacity;
import nl.hartslag.routing.QueueSettings.QueueRule;
import nl.hartslag.routing.Routing.Capacity;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.Reserve;
import nl.hartslag.routing.Routing.Ring;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.routing.Routing.Share;
import nl.hartslag.routing.Routing.Sharing;
import nl.hartslag.routing.web.ChoicesReader.Choices;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.QueueRuleId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Setting up queues, rules and capacity. */
@RestController
@Tag(name = "Routing")
class QueueSettingsController {
    private final QueueSettings settings;
    private final ChoicesReader choices;

    QueueSettingsController(QueueSettings settings, ChoicesReader choices) {
        this.settings = settings;
        this.choices = choices;
    }

    /**
     * @param partner         whose people do the work; absent for our own
     * @param ageingMinutes   waiting this long raises the priority by ten
     * @param mode            {@code push}: contacts are offered; {@code pull}: people take them
     * @param overflowMinutes open time after which a waiting contact stands out
     * @param skills          the lowest level (1 to 5) needed of each
     * @param atAllHours      offered outside the opening hours of its channel too
     * @param inTurn          people take what comes next and do not choose, unless they may assign work (`contacts.assign`); absent for no
     * @param search          whom it looks for besides, and in what order; absent for nobody in particular
     */
    record QueueBody(
            @NotNull BrandId brand,
            @NotBlank @Size(max = 80) String name,
            @Nullable PartnerId partner,
            @Min(0) @Max(100) int priority,
            @Min(1) @Max(1440) int ageingMinutes,
            @NotNull @Pattern(regexp = "push|pull") String mode,
            @Min(5) @Max(600) int offerSeconds,
            @Min(1) @Max(10080) int overflowMinutes,
            @NotNull @Size(max = 20) Map<SkillId, @NotNull @Min(1) @Max(5) Integer> skills,
            boolean atAllHours,
            @Nullable Boolean inTurn,
            @Valid @Nullable SearchBody search) {

        NewQueue asNew() {
            return new NewQueue(
                    brand, name.strip(), Optional.ofNullable(partner), priority, ageingMinutes, mode, offerSeconds,
                    overflowMinutes, skills, atAllHours, Boolean.TRUE.equals(inTurn), search == null ? Search.PLAIN : search.asSearch());
        }
    }

    /**
     * @param preferred        levels that give a better place in the order and are no condition
     * @param knowsCaseMinutes how long, in opening hours, something is kept for whoever handled the case last and is there; 0 for not at all
     * @param rings            who may help too, the soonest first
     * @param sharing          over whom its work is shared; absent for nobody
     * @param reserve          who stays free for it; absent for nobody
     */
    record SearchBody(
            @NotNull @Size(max = 20) Map<SkillId, @NotNull @Min(1) @Max(5) Integer> preferred,
            @Min(0) @Max(1440) int knowsCaseMinutes,
            @NotNull @Size(max = 5) List<@Valid @NotNull RingBody> rings,
            @Valid @Nullable SharingBody sharing,
            @Valid @Nullable ReserveBody reserve) {

        Search asSearch() {
            return new Search(preferred, knowsCaseMinutes, rings.stream().map(RingBody::asRing).toList(),
                    sharing == null ? Sharing.NONE : sharing.asSharing(), reserve == null ? Reserve.NONE : reserve.asReserve());
        }
    }

    /**
     * @param free        at least so many, as far as they are there; 0 for no reserve
     * @param medium      for what they stay free
     * @param people      whom; empty for everyone whose work the queue is
     * @param lentMinutes what has waited so long elsewhere may have them all the same; 0 for never
     */
    record ReserveBody(
            @Min(0) @Max(1000) int free,
            @NotNull @Pattern(regexp = "call|chat|mail") String medium,
            @NotNull @Size(max = 1000) Set<@NotNull UserId> people,
            @Min(0) @Max(10080) int lentMinutes) {

        Reserve asReserve() {
            return free == 0 ? Reserve.NONE : new Reserve(free, medium, people, lentMinutes);
        }
    }

    /**
     * @param shares      together a hundred per cent; empty when it is shared with nobody
     * @param nextMinutes opening hours after which the next may take it too
     */
    record SharingBody(@NotNull @Size(max = 10) List<@Valid @NotNull ShareBody> shares, @Min(1) @Max(10080) int nextMinutes) {
        Sharing asSharing() {
            return new Sharing(shares.stream().map(ShareBody::asShare).toList(), nextMinutes);
        }
    }

    /**
     * @param partner whose people; absent for our own, and for those of the company of the site
     * @param site    only those who work there
     */
    record ShareBody(@Nullable PartnerId partner, @Nullable SiteId site, @Min(1) @Max(100) int percent) {
        Share asShare() {
            return new Share(Optional.ofNullable(partner), Optional.ofNullable(site), percent);
        }
    }

    /**
     * @param skills    the lowest level of each that is then needed
     * @param partners  companies whose people may help too
     * @param ownPeople our own people may help in a partner's queue, or one that is shared without them
     * @param sites     sites whose people may help too; absent for none
     */
    record RingBody(
            @Min(1) @Max(10080) int afterMinutes,
            @NotNull @Size(max = 20) Map<SkillId, @NotNull @Min(1) @Max(5) Integer> skills,
            @NotNull @Size(max = 20) Set<PartnerId> partners,
            boolean ownPeople,
            @Nullable @Size(max = 20) Set<@NotNull SiteId> sites) {

        Ring asRing() {
            return new Ring(afterMinutes, skills, partners, ownPeople, sites == null ? Set.of() : sites);
        }
    }

    /** What is absent holds for everything. */
    record RuleBody(
            @NotNull BrandId brand,
            @Nullable @Size(max = 40) String channel,
            @Nullable ReasonId reason,
            @Nullable @Size(max = 320) String address,
            @NotNull QueueId queue) {}

    record CapacityBody(@Min(0) @Max(10) int calls, @Min(0) @Max(20) int chats, @Min(0) @Max(100) int mails) {}

    record NewQueueId(QueueId id) {}

    record NewRuleId(QueueRuleId id) {}

    @Operation(summary = "Make a queue; 409 routing/queue-name-taken, 422 with the fields that are wrong")
    @Allowed(Permission.ROUTING_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/routing/queues")
    NewQueueId create(Access access, @Valid @RequestBody QueueBody body) {
        return new NewQueueId(settings.create(access, body.asNew()));
    }

    @Operation(summary = "Change a queue; its brand stays; 409 routing/queue-name-taken, 404 routing/queue/not-found")
    @Allowed(Permission.ROUTING_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/routing/queues/{id}")
    void change(Access access, @PathVariable QueueId id, @Valid @RequestBody QueueBody body) {
        settings.change(access, id, body.asNew());
    }

    @Operation(summary = "Close a queue for good; its rules go with it; 409 routing/queue-in-use while contacts wait in it")
    @Allowed(Permission.ROUTING_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/routing/queues/{id}")
    void archive(Access access, @PathVariable QueueId id) {
        settings.archive(access, id);
    }

    @Operation(summary = "Which contacts go to which queue; the most specific rule wins")
    @Allowed(Permission.ROUTING_CONFIGURE)
    @GetMapping("/api/routing/rules")
    List<QueueRule> rules(Access access) {
        return settings.rules(access);
    }

    @Operation(summary = "Add a rule; 409 routing/rule-taken when the same leads to a queue already")
    @Allowed(Permission.ROUTING_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/routing/rules")
    NewRuleId addRule(Access access, @Valid @RequestBody RuleBody body) {
        return new NewRuleId(settings.addRule(access, new NewRule(
                body.brand(), present(body.channel()), Optional.ofNullable(body.reason()), present(body.address()),
                body.queue())));
    }

    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(each -> !each.isEmpty());
    }

    @Operation(summary = "Remove a rule; 404 routing/rule/not-found")
    @Allowed(Permission.ROUTING_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/routing/rules/{id}")
    void removeRule(Access access, @PathVariable QueueRuleId id) {
        settings.removeRule(access, id);
    }

    @Operation(summary = "What one can choose from: skills, partners, and per brand the reasons and the channels with hours")
    @Allowed(Permission.ROUTING_CONFIGURE)
    @GetMapping("/api/routing/choices")
    Choices choices(Access access) {
        return choices.of(access);
    }

    @Operation(summary = "How much each person who handles contacts may have in hand")
    @Allowed(Permission.ROUTING_CONFIGURE)
    @GetMapping("/api/routing/capacity")
    List<PersonCapacity> capacities(Access access) {
        return settings.capacities(access);
    }

    @Operation(summary = "Set how much someone may have in hand; counts at once")
    @Allowed(Permission.ROUTING_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/routing/capacity/{user}")
    void setCapacity(Access access, @PathVariable UserId user, @Valid @RequestBody CapacityBody body) {
        settings.setCapacity(access, user, new Capacity(body.calls(), body.chats(), body.mails()));
    }

    @Operation(summary = "Back to what is usual: one call, three chats or five mails")
    @Allowed(Permission.ROUTING_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/routing/capacity/{user}")
    void resetCapacity(Access access, @PathVariable UserId user) {
        settings.resetCapacity(access, user);
    }
}
