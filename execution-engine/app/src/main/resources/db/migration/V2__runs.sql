-- Runs, their journal, and what chat-like runs belong to.

create table run (
    id              uuid primary key,
    task_id         uuid not null unique,
    tenant_id       uuid not null,
    app_id          uuid not null,
    workflow_id     uuid not null,
    app_mode        text not null,
    end_user        text not null,
    end_user_id     uuid not null,
    conversation_id uuid,
    message_id      uuid,
    inputs          text not null,
    -- Who works on the run: the incarnation of an engine. Every takeover raises the epoch.
    owner           text not null,
    epoch           bigint not null,
    status          text not null,
    stop_requested  boolean not null default false,
    created_at      timestamptz not null,
    finished_at     timestamptz,
    outputs         text,
    error           text,
    error_type      text,
    total_tokens    bigint not null default 0,
    total_steps     integer not null default 0,
    exceptions      integer not null default 0,
    elapsed_seconds double precision not null default 0
);

-- Takeover looks for open runs only; there are few of them.
create index run_open on run (owner) where status in ('running', 'paused');
create index run_by_app on run (app_id, created_at desc);

-- The facts of a run in order. The state of a run is the fold of its facts.
create table journal (
    run_id  uuid not null,
    seq     integer not null,
    type    text not null,
    payload text not null,
    at      timestamptz not null,
    primary key (run_id, seq)
);

create table conversation (
    id              uuid primary key,
    tenant_id       uuid not null,
    app_id          uuid not null,
    end_user        text not null,
    name            text not null,
    inputs          text not null,
    introduction    text not null,
    -- Values that the conversation has written, by the id of the variable.
    variables       text not null default '{}',
    created_at      timestamptz not null,
    updated_at      timestamptz not null
);

create index conversation_by_user on conversation (app_id, end_user, updated_at desc);

create table message (
    id              uuid primary key,
    conversation_id uuid,
    run_id          uuid not null,
    app_id          uuid not null,
    end_user        text not null,
    inputs          text not null,
    query           text not null,
    answer          text not null default '',
    status          text not null,
    error           text,
    citations       text not null default '[]',
    usage           text not null default '{}',
    created_at      timestamptz not null
);

create index message_by_conversation on message (conversation_id, created_at desc);
