package io.accountmigration.outside;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stand-in of one outside system, and the ways out to it, which each test opens anew. */
public abstract class OutsideTest {

    @RegisterExtension
    protected static final WireMockExtension server = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    protected OutsideSystems systems;

    @AfterEach
    void close() throws Exception {
        systems.destroy();
    }
}
