comment on column conversation.variables is 'Values that the conversation has written, by the name of the variable.';
