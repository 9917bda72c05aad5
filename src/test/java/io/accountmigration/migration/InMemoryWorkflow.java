package io.accountmigration.migration;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.accountmigration.migration.move.VerificationWorkflow;
import io.accountmigration.migration.start.ClaimMigration;
import io.accountmigration.migration.start.ClaimRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;

/** What the cases need from the engine, held in memory: instances in which nothing happens by itself. */
class InMemoryWorkflow implements MigrationWorkflow, VerificationWorkflow {

    /** Whom a task was offered to. */
    record Offered(String taskId, Optional<String> assignee, List<String> candidates) {}

    private final ObjectProvider<ClaimMigration> claimMigration;
    private final Map<String, Optional<OpenTask>> instances = new LinkedHashMap<>();
    private final Set<String> suspended = new HashSet<>();
    private final List<Offered> offers = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private int started;

    InMemoryWorkflow(ObjectProvider<ClaimMigration> claimMigration) {
        this.claimMigration = claimMigration;
    }

    void waitAtTask(String processInstanceId, Optional<String> assignee) {
        var taskId = "task of " + processInstanceId;
        instances.put(processInstanceId, Optional.of(new OpenTask(taskId, assignee, "/tasks/" + taskId)));
    }

    void suspend(String processInstanceId) {
        suspended.add(processInstanceId);
    }

    void delete(String processInstanceId) {
        instances.remove(processInstanceId);
    }

    List<Offered> offers() {
        return offers;
    }

    /** The messages to instances, in order. */
    List<String> said() {
        return said;
    }

    @Override
    public void start(String publisherId, Optional<String> requestedBy, Caller caller) {
        var instance = newInstance();
        claimMigration.getObject().claim(new ClaimRequest(publisherId, requestedBy, caller, instance, Locale.ENGLISH));
    }

    private String newInstance() {
        started++;
        var instance = "instance-" + started;
        instances.put(instance, Optional.empty());
        return instance;
    }

    @Override
    public Map<String, OpenTask> openTasks(Collection<String> processInstanceIds) {
        return processInstanceIds.stream()
                .filter(instance ->
                        instances.getOrDefault(instance, Optional.empty()).isPresent())
                .collect(toMap(
                        instance -> instance,
                        instance -> instances.get(instance).orElseThrow()));
    }

    @Override
    public Set<String> stuck(Collection<String> processInstanceIds) {
        return processInstanceIds.stream().filter(instance -> !exists(instance)).collect(toSet());
    }

    @Override
    public Set<String> suspended(Collection<String> processInstanceIds) {
        return processInstanceIds.stream().filter(suspended::contains).collect(toSet());
    }

    @Override
    public Optional<Instant> nextEnrolmentCheck(String processInstanceId) {
        return Optional.empty();
    }

    @Override
    public void noticeGivenUp(String processInstanceId) {
        said.add("given up: " + processInstanceId);
    }

    @Override
    public boolean exists(String processInstanceId) {
        return instances.containsKey(processInstanceId);
    }

    @Override
    public String revert(String publisherId) {
        said.add("revert: " + publisherId);
        return newInstance();
    }

    @Override
    public String goOnWithMove(String publisherId, String processInstanceId) {
        said.add("go on with move: " + publisherId);
        return processInstanceId;
    }

    @Override
    public void retryFailedSteps(String processInstanceId) {
        said.add("retry: " + processInstanceId);
    }

    @Override
    public void askForPartnerId(String processInstanceId) {
        said.add("ask for partner ID: " + processInstanceId);
    }

    @Override
    public void askForWorkEmail(String processInstanceId) {
        said.add("ask for work e-mail: " + processInstanceId);
    }

    @Override
    public void offer(String taskId, Optional<String> assignee, List<String> candidates, Migration migration) {
        offers.add(new Offered(taskId, assignee, candidates));
        instances.replaceAll((instance, task) ->
                task.map(open -> open.taskId().equals(taskId) ? new OpenTask(taskId, assignee, open.url()) : open));
    }

    @Override
    public void askForPartnerIdInsteadOfAddress(String processInstanceId) {
        said.add("partner ID instead of address: " + processInstanceId);
    }

    @Override
    public void close(String taskId, Collection<String> allowed) {
        said.add("closed: " + taskId + " to all but " + allowed);
    }

    @Override
    public void start(String publisherId) {
        said.add("verify: " + publisherId);
    }
}
