-- Datasets, their documents and segments, and what changed in which order.

create table dataset (
    id                  uuid primary key,
    tenant_id           uuid        not null,
    name                text        not null,
    description         text        not null default '',
    permission          text        not null default 'only_me',
    indexing_technique  text,
    embedding_provider  text,
    embedding_model     text,
    dimension           integer,
    -- JSON.
    retrieval_model     text,
    doc_form            text,
    keyword_number      integer     not null default 10,
    document_counter    integer     not null default 0,
    -- Grows with each document that is published or removed. Taken under the row's lock, so that a
    -- reader who sees a number sees all smaller ones too.
    change_seq          bigint      not null default 0,
    created_by          text,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    constraint dataset_name_unique unique (tenant_id, name)
);
create index dataset_newest on dataset (tenant_id, created_at desc, id desc);

create table document (
    id                      uuid primary key,
    tenant_id               uuid        not null,
    dataset_id              uuid        not null references dataset (id) on delete cascade,
    position                integer     not null,
    name                    text        not null,
    batch                   text        not null,
    text                    text        not null,
    doc_form                text        not null,
    doc_language            text        not null,
    -- JSON.
    process_rule            text        not null,
    doc_metadata            jsonb       not null default '{}',
    indexing_status         text        not null,
    error                   text,
    enabled                 boolean     not null default true,
    archived                boolean     not null default false,
    word_count              bigint      not null default 0,
    tokens                  bigint,
    total_segments          integer     not null default 0,
    -- How often it was queued; a job of an older revision is stale.
    revision                bigint      not null default 1,
    -- The newest owner of the job that was here, and the newest progress that it told.
    job_epoch               bigint      not null default 0,
    progress_sequence       bigint      not null default 0,
    processing_started_at   timestamptz,
    parsing_completed_at    timestamptz,
    cleaning_completed_at   timestamptz,
    splitting_completed_at  timestamptz,
    completed_at            timestamptz,
    stopped_at              timestamptz,
    created_by              text,
    created_at              timestamptz not null,
    updated_at              timestamptz not null
);
create index document_newest on document (dataset_id, created_at desc, id desc);
create index document_batch on document (dataset_id, batch);
create index document_name on document (dataset_id, name);

create table segment (
    id              uuid primary key,
    tenant_id       uuid        not null,
    dataset_id      uuid        not null,
    document_id     uuid        not null references document (id) on delete cascade,
    position        integer     not null,
    content         text        not null,
    hash            text        not null,
    index_node_id   uuid        not null,
    word_count      bigint      not null,
    tokens          bigint      not null,
    keywords        text[]      not null default '{}',
    hit_count       bigint      not null default 0,
    enabled         boolean     not null default true,
    created_by      text,
    created_at      timestamptz not null,
    constraint segment_position_unique unique (document_id, position)
);

-- The durable copy of the vectors: an index directory is always disposable.
create table segment_embedding (
    segment_id  uuid primary key references segment (id) on delete cascade,
    -- 32-bit floats, little endian, of length one together.
    vector      bytea not null
);

-- What an index must do to follow: at most one row for a document, its newest change.
create table index_change (
    dataset_id   uuid    not null references dataset (id) on delete cascade,
    document_id  uuid    not null,
    seq          bigint  not null,
    removed      boolean not null,
    primary key (dataset_id, document_id)
);
create index index_change_order on index_change (dataset_id, seq);
