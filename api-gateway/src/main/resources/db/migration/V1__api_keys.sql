-- Keys of the public API. A key is random, so that its plain SHA-256 cannot be guessed back.
create table api_key (
    id         uuid primary key,
    tenant_id  uuid        not null,
    -- 'app' or 'dataset'
    kind       text        not null check (kind in ('app', 'dataset')),
    app_id     uuid,
    key_hash   bytea       not null unique,
    -- what lists show of the key: its beginning and its end
    hint       text        not null,
    created_at timestamptz not null default now(),
    check ((kind = 'app') = (app_id is not null))
);

create index api_key_by_app on api_key (app_id) where app_id is not null;
