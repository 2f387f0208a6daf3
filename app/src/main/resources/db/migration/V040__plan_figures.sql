-- What the list of plans shows without opening them, and what stays after the planner has run.
alter table plan
    add requests int not null default 0,
    add served int not null default 0,
    add speakers int not null default 0,
    add set_aside int not null default 0, -- booked talks that fit no shift: their time was taken out instead
    add run jsonb;                        -- seconds, iterations, seed, threads
