package io.accountmigration.process.engine;

/** Marks a bean whose properties of type String the models' timers may read. */
public interface TimerExpressions {}
