-- Few instances are suspended; operators look for them often.

create index execution_suspended on ACT_RU_EXECUTION (PROC_INST_ID_) where SUSPENSION_STATE_ = 2 and PARENT_ID_ is null;
