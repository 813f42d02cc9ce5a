-- The triggers of the newest version of each app.
create table app_trigger (
    app_id     uuid not null references app (id),
    node_id    text not null,
    tenant_id  uuid not null,
    -- webhook or schedule
    kind       text not null,
    -- The node's data as JSON.
    data       text not null,
    -- By which a webhook's URL ends; stays when the app is imported again.
    webhook_id text unique,
    primary key (app_id, node_id)
);

create index app_trigger_by_kind on app_trigger (kind);
