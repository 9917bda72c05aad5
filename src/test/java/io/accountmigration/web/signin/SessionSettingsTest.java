package io.accountmigration.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.web.WebTest;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionTrackingMode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SessionSettingsTest extends WebTest {

    private static final int MINUTES = 30;

    @Autowired
    private ServletContext servlets;

    @Test
    void aSessionThatNobodyUsesEndsAndNoneIsInAnAddress() {
        assertThat(servlets.getSessionTimeout()).isEqualTo(MINUTES);
        assertThat(servlets.getEffectiveSessionTrackingModes()).containsExactly(SessionTrackingMode.COOKIE);
        assertThat(servlets.getSessionCookieConfig().isHttpOnly()).isTrue();
    }
}
