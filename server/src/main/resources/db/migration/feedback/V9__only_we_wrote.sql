-- Whoever only heard from us was not helped with anything he came for.
alter table feedback.decision drop constraint decision_outcome_check;
alter table feedback.decision add constraint decision_outcome_check check (outcome in (
    'ONLY_WE_WROTE', 'WENT_SILENT', 'OPT_OUT', 'NO_ADDRESS', 'EXCLUDED_REASON', 'CASE_OPEN', 'QUARANTINE', 'PENDING_INVITATION', 'QUOTA_FULL', 'NOT_DRAWN', 'SAMPLED'));
