-- The trace of the request that queued the job (W3C Trace Context), so that a later owner goes on in it.
alter table indexing_job add column traceparent text;
