-- The files that users send with their questions, and by which their readers find them.
alter table message
    add column files text not null default '[]',
    add column file_ids uuid[] not null default '{}';

create index message_by_file on message using gin (file_ids) where file_ids <> '{}';
