-- Files that callers have sent; their contents are in the file store.
create table uploaded_file (
    id         uuid primary key,
    tenant_id  uuid        not null,
    app_id     uuid        not null,
    end_user   text        not null,
    name       text        not null,
    extension  text        not null,
    mime_type  text        not null,
    size       bigint      not null,
    created_at timestamptz not null
);

create index uploaded_file_by_app on uploaded_file (app_id, created_at);
