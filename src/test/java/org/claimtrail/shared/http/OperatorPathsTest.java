package org.claimtrail.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorPathsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/health", "/q/health/ready", "/q/health/live"})
    void has_metrics_and_health(String path) {
        assertThat(OperatorPaths.has(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/swagger-ui/", "/q/", "/q", "/v1/claims", "/v1/q/health", ""})
    void has_nothing_that_everybody_may_ask_for(String path) {
        assertThat(OperatorPaths.has(path)).isFalse();
    }

    @Test
    void has_no_path_that_is_none() {
        assertThat(OperatorPaths.has(null)).isFalse();
    }
}
