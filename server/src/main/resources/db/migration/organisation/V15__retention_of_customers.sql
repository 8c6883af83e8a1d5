alter table organisation.retention_rule drop constraint retention_rule_kind_check,
    add constraint retention_rule_kind_check check (kind in ('content', 'attachments', 'raw', 'answer-words', 'customers')),
    add constraint retention_rule_customers_check check (kind <> 'customers' or channel is null);
