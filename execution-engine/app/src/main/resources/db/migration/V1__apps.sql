-- Apps, their versions and imports that wait for a confirmation.

create table app (
    id                      uuid primary key,
    tenant_id               uuid not null,
    name                    text not null,
    description             text not null,
    mode                    text not null,
    icon_type               text not null,
    icon                    text,
    icon_background         text,
    use_icon_as_answer_icon boolean not null,
    author                  text,
    current_version         uuid not null,
    -- Values of environment variables given beside the file: encrypted JSON.
    environment             bytea,
    created_at              timestamptz not null,
    updated_at              timestamptz not null,
    -- Versions stay for the runs that began with them, so an app is only marked.
    deleted_at              timestamptz,
    revision                bigint not null
);

create index app_by_tenant on app (tenant_id, created_at desc, id) where deleted_at is null;

-- Never changed once written.
create table app_version (
    id          uuid primary key,
    app_id      uuid not null references app (id),
    dsl_version text not null,
    -- The healed file as JSON in its own order of keys, secret values blank.
    definition  text not null,
    -- The secret values by variable name: encrypted JSON.
    secrets     bytea,
    -- The file as it was imported: encrypted, it may hold secrets anywhere.
    source      bytea not null,
    created_at  timestamptz not null
);

create index app_version_by_app on app_version (app_id, created_at desc);

create table pending_import (
    id         uuid primary key,
    tenant_id  uuid not null,
    -- The whole request: encrypted JSON.
    request    bytea not null,
    expires_at timestamptz not null
);

create index pending_import_expiry on pending_import (expires_at);
