-- Files with rows that somebody handed in, and what each row would do or did. Rows lie in the scope of whoever handed
-- the file in. Secret cells (phone numbers) are sealed in every column.
create table sheet_import (
    id uuid primary key,
    city_id uuid not null references unit (id),
    path text collate "C" not null,
    kind text not null,
    file_id uuid not null references stored_file (id), -- its content is sealed as a whole
    file_name text not null,
    -- CHECKING → CHECKED (dry run) or REFUSED (nothing could be read) → APPLYING → APPLIED → UNDOING → UNDONE
    state text not null check (state in ('CHECKING', 'REFUSED', 'CHECKED', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE')),
    headings jsonb not null default '[]', -- as they stand in the file, each with the column that it means
    refusal jsonb,
    fresh int not null default 0,
    changed int not null default 0,
    unchanged int not null default 0,
    failed int not null default 0,
    put_back int not null default 0,
    kept int not null default 0,
    job_id uuid,
    uploaded_by uuid not null,
    uploader text not null,
    uploaded_at timestamptz not null,
    applier text,
    applied_at timestamptz,
    undoer text,
    undone_at timestamptz
);
create index sheet_import_path on sheet_import (path, uploaded_at desc);
call protect_by_path('sheet_import');
grant select, insert, update on sheet_import to "${app}";

create table sheet_import_row (
    import_id uuid not null references sheet_import (id),
    number int not null, -- as people see it beside the row
    path text collate "C" not null,
    outcome text not null check (outcome in ('NEW', 'CHANGED', 'UNCHANGED', 'FAILED')),
    target text not null default '',
    cells jsonb,         -- as they stood, for a row that may have to be given back
    before jsonb,
    after jsonb,
    problems jsonb,
    undo text check (undo in ('PUT_BACK', 'KEPT')),
    primary key (import_id, number)
);
create index sheet_import_row_outcome on sheet_import_row (import_id, outcome, number);
call protect_by_path('sheet_import_row');
grant select, insert, update, delete on sheet_import_row to "${app}";
