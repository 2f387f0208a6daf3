-- Auditors read the audit by time, and check the chains of their units against the heads.
create index audit_entry_time on audit_entry (at desc);
call protect_by_path('audit_head');
grant select on audit_head to "${app}";
