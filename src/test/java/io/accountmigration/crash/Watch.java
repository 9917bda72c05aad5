package io.accountmigration.crash;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** Looks at the calls that concern one publisher, notes them, and lets a fault happen to the first of one kind. */
final class Watch {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final List<Pattern> names;
    private final String victim;
    private final Fault fault;
    private final Stage stage;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicBoolean struck = new AtomicBoolean();

    /**
     * Watches.
     *
     * @param names what publisher, account and partner are called, in this order
     * @param victim the signature of the call that suffers; null where none does
     */
    Watch(List<Pattern> names, String victim, Fault fault, Stage stage) {
        this.names = names;
        this.victim = victim;
        this.fault = fault;
        this.stage = stage;
    }

    boolean concerns(String text) {
        return names.stream().anyMatch(name -> name.matcher(text).find());
    }

    /** The text without what differs from publisher to publisher. */
    String masked(String text) {
        var masked = text;
        for (var name : names) {
            masked = name.matcher(masked).replaceAll("*");
        }
        return UUID.matcher(masked).replaceAll("*");
    }

    void meet(Encounter call) throws IOException {
        seen.add(call.signature());
        if (call.signature().equals(victim) && struck.compareAndSet(false, true)) {
            strike(call);
        } else {
            call.proceed();
            call.answer();
        }
    }

    private void strike(Encounter call) throws IOException {
        switch (fault) {
            case KILL_BEFORE_EFFECT -> {
                stage.kill(Victim.node(call.node()));
                call.breakOff();
            }
            case KILL_AFTER_EFFECT -> {
                call.proceed();
                stage.kill(Victim.node(call.node()));
                call.breakOff();
            }
            case ANSWER_LOST -> {
                call.proceed();
                call.breakOff();
            }
            case THROTTLED -> call.refuse(429);
            case REFUSED -> call.refuse(500);
            case SLOW -> {
                call.outwait();
                call.proceed();
                call.breakOff();
            }
            case RESET -> call.breakOff();
            default -> throw new IllegalStateException(fault + " is no fault of a call");
        }
    }

    List<String> seen() {
        return seen;
    }

    boolean hasStruck() {
        return struck.get();
    }
}
