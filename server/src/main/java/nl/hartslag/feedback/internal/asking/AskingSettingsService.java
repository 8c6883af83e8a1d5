package nl.hartslag.feedback.internal.asking;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.feedback.AskingRule;
import nl.hartslag.feedback.AskingSettings;
import nl.hartslag.feedback.FollowUpRule;
import nl.hartslag.feedback.internal.followups.FollowUpRules;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class AskingSettingsService implements AskingSettings {
    private final AskingRules rules;
    private final FollowUpRules followUps;
    private final Organisation organisation;
    private final Audit audit;

    AskingSettingsService(AskingRules rules, FollowUpRules followUps, Organisation organisation, Audit audit) {
        this.rules = rules;
        this.followUps = followUps;
        this.organisation = organisation;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public Settings of(Access access, BrandId brand) {
        require(access, brand);
        return new Settings(rules.all(brand), AskingRule.standard(brand), rules.excluded(brand), followUps.of(brand));
    }

    @Override
    @Transactional
    public void set(Access access, AskingRule rule) {
        require(access, rule.brand());
        String before = rules.own(rule.brand(), rule.queue()).map(AskingRule::toString).orElse("standard");
        rules.set(rule);
        changed(access, rule.brand(), "asking-rule", before, rule.toString());
    }

    @Override
    @Transactional
    public void remove(Access access, BrandId brand, Optional<QueueId> queue) {
        require(access, brand);
        var before = rules.own(brand, queue);
        rules.remove(brand, queue);
        before.ifPresent(rule -> changed(access, brand, "asking-rule", rule.toString(), "standard"));
    }

    @Override
    @Transactional
    public void exclude(Access access, BrandId brand, Set<ReasonId> reasons) {
        require(access, brand);
        boolean foreign = reasons.stream()
                .anyMatch(id -> organisation.reason(id).filter(reason -> reason.brand().equals(brand)).isEmpty());
        if (foreign) throw Problem.invalid("reasons", "unknown");
        var before = rules.excluded(brand);
        rules.exclude(brand, reasons);
        changed(access, brand, "excluded-reasons", before.toString(), reasons.toString());
    }

    @Override
    @Transactional
    public void set(Access access, BrandId brand, FollowUpRule rule) {
        require(access, brand);
        String before = followUps.of(brand).toString();
        followUps.set(brand, rule);
        changed(access, brand, "follow-up-rule", before, rule.toString());
    }

    private void require(Access access, BrandId brand) {
        access.require(Permission.FEEDBACK_CONFIGURE);
        if (!access.brands().contains(brand)) throw Problem.notFound("brands");
    }

    private void changed(Access access, BrandId brand, String setting, String before, String after) {
        audit.record(
                access, "setting.changed", "setting", setting, Optional.of(brand), Map.of("before", before, "after", after));
    }
}
