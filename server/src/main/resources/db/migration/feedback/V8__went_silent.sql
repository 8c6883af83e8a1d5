-- Whoever did not answer until his case was solved by rule is asked only where his brand wants that.
alter table feedback.decision drop constraint decision_outcome_check;
alter table feedback.decision add constraint decision_outcome_check check (outcome in (
    'WENT_SILENT', 'OPT_OUT', 'NO_ADDRESS', 'EXCLUDED_REASON', 'CASE_OPEN', 'QUARANTINE', 'PENDING_INVITATION', 'QUOTA_FULL', 'NOT_DRAWN', 'SAMPLED'));
