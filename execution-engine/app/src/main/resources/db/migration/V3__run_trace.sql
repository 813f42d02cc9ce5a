-- The trace of who asked for a run (W3C traceparent): its steps belong to it on every engine.
alter table run add column traceparent text;
