alter table desk.conversation_row drop constraint conversation_row_case_state_check;
alter table desk.conversation_row add constraint conversation_row_case_state_check
    check (case_state in ('open', 'waiting_for_customer', 'waiting_for_department', 'solved', 'merged'));
