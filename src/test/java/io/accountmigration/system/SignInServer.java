package io.accountmigration.system;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real OpenID Connect provider in a process of its own, and a program that is set up to use it. */
public final class SignInServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String AUDIENCE = "urn:account-migration";

    static final Path NPM = Path.of("src/test/npm");
    static final String MISSING = "The sign-in server is not installed: npm ci --prefix " + NPM;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final RSAKey KEY = newKey();

    private static String issuer;

    /** Whether its package is there. */
    static boolean isInstalled() {
        return Files.isDirectory(NPM.resolve("node_modules/oidc-provider"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "sign-in.oidc.issuer=" + issuer(),
                        "sign-in.oidc.client-id=account-migration",
                        "sign-in.oidc.client-secret=program",
                        "sign-in.oidc.audience=" + AUDIENCE,
                        "sign-in.oidc.groups.operator=migration-operators",
                        "sign-in.oidc.groups.service=catalogue-services,price-list-services")
                .applyTo(context);
    }

    /** The address of the server, which is started by the first who asks and ends with the tests. */
    public static synchronized String issuer() {
        if (issuer == null) {
            issuer = start();
        }
        return issuer;
    }

    /** Tells the server who this is from now on. */
    public static void knows(String subject, Map<String, Object> claims) {
        var request = HttpRequest.newBuilder(URI.create(issuer() + "/people/" + subject))
                .PUT(BodyPublishers.ofString(Visitor.json(claims)))
                .build();
        Visitor.send(HTTP, request).succeeded();
    }

    /** A token that the server itself gives to the service {@code catalogue}. */
    public static String tokenFor(String audience) {
        var request = HttpRequest.newBuilder(URI.create(issuer() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=catalogue"
                        + "&client_secret=service&resource=" + audience))
                .build();
        return Visitor.send(HTTP, request)
                .succeeded()
                .json()
                .path("access_token")
                .asText();
    }

    /** A token with any claims, signed with the server's own key. */
    public static String signed(JWTClaimsSet claims) {
        return signed(claims, KEY);
    }

    /** A token with any claims, signed with a key that the server does not know but names as its own. */
    public static String forged(JWTClaimsSet claims) {
        return signed(claims, newKey());
    }

    /** The server's word that sessions are over, signed with its own key. */
    public static String farewell(JWTClaimsSet claims) {
        return signed(claims, KEY, "logout+jwt");
    }

    /** The same word from somebody who only says to be the server. */
    public static String forgedFarewell(JWTClaimsSet claims) {
        return signed(claims, newKey(), "logout+jwt");
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        return signed(claims, key, "at+jwt");
    }

    private static String signed(JWTClaimsSet claims, RSAKey key, String type) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(KEY.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
        return token.serialize();
    }

    private static String start() {
        var builder = new ProcessBuilder("node", "sign-in-server.mjs")
                .directory(NPM.toFile())
                .redirectError(Path.of("target", "sign-in-server.log").toFile());
        builder.environment().put("SIGNING_KEYS", new JWKSet(KEY).toString(false));
        builder.environment().put("NODE_NO_WARNINGS", "1");
        try {
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            // Stays open: the server ends when nobody holds the other end of its input any more.
            var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return output.lines()
                    .filter(line -> line.startsWith("http://"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("see target/sign-in-server.log"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID("test")
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
