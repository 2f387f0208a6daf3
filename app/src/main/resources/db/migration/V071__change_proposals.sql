-- What the least change would be after something broke; nothing in the programme changes before it is applied.
create table change_proposal (
    id uuid primary key,
    city_id uuid not null references unit (id),
    path text collate "C" not null,
    state text not null check (state in ('DRAFT', 'APPLIED', 'DISCARDED')),
    made_by uuid not null,
    made_at timestamptz not null,
    ended_at timestamptz
);
create index change_proposal_path on change_proposal (path, made_at desc);
call protect_by_path('change_proposal');
grant select, insert, update on change_proposal to "${app}";

create table change_line (
    proposal_id uuid not null references change_proposal (id),
    talk_id uuid not null references talk (id),
    path text collate "C" not null, -- of the proposal
    place int not null,
    -- SPEAKER, VENUE: it is broken · NOBODY: it looks for a speaker · HELPS: it moves so that a broken one can be saved
    cause text not null check (cause in ('SPEAKER', 'VENUE', 'NOBODY', 'HELPS')),
    old_speaker_id uuid references speaker (id),
    old_starts_at timestamptz not null,
    old_venue_id uuid not null references venue (id),
    new_speaker_id uuid references speaker (id), -- null: it cannot be saved
    new_starts_at timestamptz,
    new_venue_id uuid references venue (id),
    cost jsonb not null default '{}',   -- what changes against before, term by term
    funnel jsonb not null default '{}', -- for one that cannot be saved
    blocked text not null default '',
    applied boolean not null default false,
    primary key (proposal_id, talk_id)
);
call protect_by_path('change_line');
grant select, insert, update on change_line to "${app}";
