-- What an assistant thought on the way to its answer.
alter table message add column thoughts text not null default '[]';
