-- Whether a model is still to find a title for the conversation.
alter table conversation add column title_due boolean not null default false;
