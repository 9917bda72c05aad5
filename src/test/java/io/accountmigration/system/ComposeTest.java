package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.AccountMigrationApplication;
import io.accountmigration.program.RequiredSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

/** What can be said about the containers without running any. */
@SuppressWarnings("unchecked")
class ComposeTest {

    private static final List<String> NODES = List.of("node-1", "node-2");

    private Map<String, Map<String, Object>> services;

    @BeforeEach
    void read() throws IOException {
        var file = (Map<String, Object>) new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        services = (Map<String, Map<String, Object>>) file.get("services");
    }

    @Test
    void twoNodesShareADatabaseAndTheSandboxIsAProcessOfItsOwn() {
        assertThat(services).containsKeys("database", "mail", "sandbox", "node-1", "node-2");
        assertThat(environment("node-1")).isEqualTo(environment("node-2"));
        assertThat(environment("node-1")).containsEntry("SPRING_PROFILES_ACTIVE", "production");
        assertThat(environment("sandbox"))
                .doesNotContainKeys("SPRING_PROFILES_ACTIVE", "SPRING_DATASOURCE_URL")
                .as("the nodes alone work on accounts")
                .containsEntry("CAMUNDA_BPM_JOBEXECUTION_ENABLED", "false")
                .containsEntry("USERSYNC_ADOPTIONINTERVAL", "P365D");
    }

    @Test
    void imagesArePinned() {
        services.forEach((name, service) -> {
            var image = service.containsKey("image")
                    ? (String) service.get("image")
                    : ((Map<String, String>) service.get("build"))
                            .get("dockerfile_inline")
                            .lines()
                            .filter(line -> line.startsWith("FROM "))
                            .findFirst()
                            .orElseThrow();
            assertThat(image).as(name).matches(".+:v?\\d+\\.\\d+.*").doesNotContain("latest");
        });
    }

    @Test
    void nobodyIsRootOrWritesToTheImage() {
        services.forEach((name, service) -> {
            assertThat((String) service.get("user")).as(name).matches("[1-9]\\d*(:[1-9]\\d*)?");
            assertThat(service.get("read_only")).as(name).isEqualTo(true);
            assertThat((List<String>) service.get("cap_drop")).as(name).containsExactly("ALL");
            assertThat((List<String>) service.get("security_opt")).as(name).contains("no-new-privileges:true");
            assertThat(service).as(name).doesNotContainKeys("privileged", "cap_add", "network_mode", "pid");
        });
    }

    @Test
    void everyServiceSaysHowItIsAndIsWaitedFor() {
        services.forEach((name, service) -> assertThat((Map<String, Object>) service.get("healthcheck"))
                .as(name)
                .containsKeys("test", "interval", "timeout", "retries"));
        NODES.forEach(node -> assertThat(
                        (Map<String, Map<String, String>>) services.get(node).get("depends_on"))
                .hasSize(3)
                .allSatisfy((other, how) -> {
                    assertThat(services).containsKey(other);
                    assertThat(how).containsEntry("condition", "service_healthy");
                }));
    }

    @Test
    void onlyThisMachineReachesThePorts() {
        services.forEach((name, service) -> assertThat((List<String>) service.getOrDefault("ports", List.of()))
                .as(name)
                .allMatch(port -> port.startsWith("127.0.0.1:")));
    }

    @Test
    void theNodesHaveAllSettingsOfProduction() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("compose-systemEnvironment", environment("node-1")));
        environment.setActiveProfiles("production");
        ConfigurationPropertySources.attach(environment);

        assertThatCode(() -> new RequiredSettings()
                        .postProcessEnvironment(environment, new SpringApplication(AccountMigrationApplication.class)))
                .doesNotThrowAnyException();
        assertThat(environment("node-1").get("SIGNIN_USERS_0_PASSWORDHASH"))
                .isEqualTo(Visitor.PASSWORD_HASH.replace("$", "$$"));
    }

    @Test
    void figuresAreCollectedAndShownOnlyWhereThatIsAskedFor() {
        assertThat(services.get("prometheus")).containsEntry("profiles", List.of("monitoring"));
        assertThat(services.get("grafana")).containsEntry("profiles", List.of("monitoring"));
        NODES.forEach(node -> assertThat(services.get(node)).doesNotContainKey("profiles"));
        assertThat(environment("grafana"))
                .containsEntry("GF_AUTH_ANONYMOUS_ORG_ROLE", "Viewer")
                .containsEntry("GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION", "true");
    }

    @Test
    void whatIsMountedFromHereExistsAndIsNotWrittenTo() {
        var mounts = services.values().stream()
                .flatMap(service -> ((List<String>) service.getOrDefault("volumes", List.of())).stream())
                .filter(volume -> volume.startsWith("."))
                .toList();

        assertThat(mounts).hasSize(3).allSatisfy(mount -> {
            assertThat(mount).endsWith(":ro");
            assertThat(Path.of(mount.split(":")[0])).exists();
        });
    }

    @Test
    void bothNodesAreAskedForFiguresAtThePortOfManagement() throws IOException {
        var job = new ObjectMapper()
                .valueToTree(new Yaml().load(Files.readString(Path.of("src/main/docker/prometheus.yml"))))
                .at("/scrape_configs/0");

        assertThat(job.at("/static_configs/0/targets"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        NODES.stream().map(node -> node + ":8081").toList());
        assertThat(job.at("/basic_auth/username").asText())
                .isEqualTo(environment("node-1").get("SIGNIN_USERS_0_NAME"));
    }

    @Test
    void theDashboardAsksTheSourceThatIsSetUpForIt() throws IOException {
        var grafana = Path.of("src/main/docker/grafana");
        var dashboard = new ObjectMapper()
                .readTree(grafana.resolve("dashboards/account-migration.json").toFile());
        var sources = new ObjectMapper()
                .valueToTree(
                        new Yaml().load(Files.readString(grafana.resolve("provisioning/datasources/prometheus.yml"))));

        assertThat(sources.at("/datasources/0/url").asText()).isEqualTo("http://prometheus:9090");
        assertThat(dashboard.findValues("datasource")).isNotEmpty().allSatisfy(source -> assertThat(source.get("uid"))
                .isEqualTo(sources.at("/datasources/0/uid")));
    }

    private Map<String, Object> environment(String service) {
        return new HashMap<>((Map<String, Object>) services.get(service).get("environment"));
    }
}
