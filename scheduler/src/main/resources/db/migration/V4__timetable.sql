-- When the schedule triggers of apps are due next.
create table timetable (
    app_id    uuid not null,
    node_id   text not null,
    tenant_id uuid not null,
    -- The schedule as JSON; another one makes another next time.
    schedule  text not null,
    -- Null when it is never due.
    next_at   timestamptz,
    primary key (app_id, node_id)
);

create index timetable_next on timetable (next_at);
