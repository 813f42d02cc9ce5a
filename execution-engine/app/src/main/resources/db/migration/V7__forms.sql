-- Forms that runs wait for. They come with the pause of their run, and are answered once.
create table form (
    id         uuid primary key,
    token      text not null unique,
    run_id     uuid not null,
    app_id     uuid not null,
    -- The step that waits, by its name within the run.
    step       text not null,
    content    text not null,
    inputs     text not null,
    actions    text not null,
    defaults   text not null,
    expires_at timestamptz not null,
    -- waiting, submitted or expired
    status     text not null default 'waiting',
    action     text,
    answer     text,
    answered_by text,
    answered_at timestamptz,
    -- Whether the run has journaled the answer.
    taken      boolean not null default false
);

create unique index form_by_step on form (run_id, step);
create index form_due on form (expires_at) where status = 'waiting';
-- Answers that runs have not heard of: what wakes them up. There are few at any time.
create index form_answered on form (run_id) where status <> 'waiting' and not taken;

-- A paused run is nobody's work: takeover looks for those that are at work only.
drop index run_open;
create index run_open on run (owner) where status = 'running';
create index run_to_stop on run (id) where status = 'paused' and stop_requested;
