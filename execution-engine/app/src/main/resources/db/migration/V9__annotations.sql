-- Answers that people wrote beforehand.

-- Whether and how an app's annotations answer. Each app has a row.
create table annotation_reply (
    app_id          uuid primary key references app (id),
    enabled         boolean          not null default false,
    -- The least cosine of a query's vector and a question's.
    score_threshold double precision not null default 1,
    -- The embedding model; empty provider: found by its name; empty name: the suite's default.
    provider        text             not null default '',
    model           text             not null default '',
    -- Set over the API, which an import does not overrule.
    by_api          boolean          not null default false,
    -- One more with each change of what queries are compared with.
    revision        bigint           not null default 0
);

insert into annotation_reply (app_id) select id from app;

create table annotation (
    id         uuid primary key,
    app_id     uuid        not null references app (id),
    question   text        not null,
    answer     text        not null,
    hit_count  integer     not null default 0,
    created_at timestamptz not null
);

create index annotation_by_app on annotation (app_id, created_at desc, id desc);

-- What a model made of a question: floats of length 1 together, the lowest byte first. A model that
-- takes another's place has its vectors beside the other's until all are there.
create table annotation_vector (
    annotation_id uuid  not null references annotation (id) on delete cascade,
    provider      text  not null,
    model         text  not null,
    vector        bytea not null,
    primary key (annotation_id, provider, model)
);

-- A run is answered by one annotation, and counts once.
create table annotation_hit (
    run_id        uuid primary key,
    annotation_id uuid             not null references annotation (id) on delete cascade,
    app_id        uuid             not null,
    end_user      text             not null,
    -- What was asked, and what the annotation said then.
    query         text             not null,
    question      text             not null,
    answer        text             not null,
    score         double precision not null,
    created_at    timestamptz      not null
);

create index annotation_hit_by_annotation on annotation_hit (annotation_id, created_at desc);

create table annotation_job (
    id              uuid primary key,
    app_id          uuid        not null references app (id),
    -- enable or disable, over the API; embed for vectors that are missing while the reply is on.
    action          text        not null,
    -- waiting, processing, completed or error
    status          text        not null,
    -- What enabling sets once all questions are embedded.
    score_threshold double precision,
    provider        text,
    model           text,
    -- The engine that works on it; each claim raises the epoch, and every write names both.
    owner           uuid,
    epoch           bigint      not null default 0,
    -- Failed attempts since vectors were stored last.
    attempts        integer     not null default 0,
    due_at          timestamptz not null default clock_timestamp(),
    error           text        not null default '',
    created_at      timestamptz not null default clock_timestamp(),
    ended_at        timestamptz
);

create unique index annotation_job_one on annotation_job (app_id, action)
    where status in ('waiting', 'processing');
create index annotation_job_due on annotation_job (due_at) where status in ('waiting', 'processing');
