-- One job for each time a document was queued. A row that runs belongs to a member of the service;
-- each claim raises the epoch, and every write names owner and epoch.
create table indexing_job (
    id                      uuid primary key,
    tenant_id               uuid        not null,
    dataset_id              uuid        not null,
    document_id             uuid        not null,
    revision                bigint      not null,
    status                  text        not null,
    owner                   uuid,
    epoch                   bigint      not null default 0,
    -- Failed attempts since the last batch that was stored.
    attempts                integer     not null default 0,
    due_at                  timestamptz not null default clock_timestamp(),
    -- Where the document is, as its reader sees it.
    stage                   text        not null default 'waiting',
    sequence                bigint      not null default 0,
    -- Segments stored so far, in the order of their positions.
    stored                  integer     not null default 0,
    total                   integer     not null default 0,
    word_count              bigint,
    tokens                  bigint      not null default 0,
    processing_started_at   timestamptz,
    parsing_completed_at    timestamptz,
    cleaning_completed_at   timestamptz,
    splitting_completed_at  timestamptz,
    ended_at                timestamptz,
    error                   text,
    created_at              timestamptz not null default clock_timestamp(),
    constraint indexing_job_once unique (document_id, revision)
);
create index indexing_job_open on indexing_job (due_at) where status in ('queued', 'running');
