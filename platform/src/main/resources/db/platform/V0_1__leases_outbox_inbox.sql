-- Who may work on what. Member leases are named member/<incarnation>.
create table lease (
    name       text        not null primary key,
    owner      text        not null,
    epoch      bigint      not null,
    expires_at timestamptz not null
) with (fillfactor = 50);

-- Events on their way to Kafka; a row goes once the broker has it.
create table outbox (
    seq        bigint generated always as identity primary key,
    topic      text        not null,
    key        text        not null,
    value      text        not null,
    traceparent text,
    created_at timestamptz not null default clock_timestamp()
);

-- Events that no broker will ever take, with the reason; for people to look at.
create table outbox_refused (
    seq        bigint      not null primary key,
    topic      text        not null,
    key        text        not null,
    value      text        not null,
    created_at timestamptz not null,
    refused_at timestamptz not null default clock_timestamp(),
    reason     text        not null
);

-- Events that were taken in, by consumer.
create table inbox (
    consumer text        not null,
    event_id uuid        not null,
    taken_at timestamptz not null default clock_timestamp(),
    primary key (consumer, event_id)
);
create index inbox_taken_at on inbox (taken_at);
