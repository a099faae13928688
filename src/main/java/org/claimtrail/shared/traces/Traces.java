package org.claimtrail.shared.traces;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import jakarta.inject.Singleton;

/** What may be exported. Nothing of this is asked for while {@code claimtrail.traces} is off. */
@Singleton
class Traces implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    /** Events of spans are exceptions, and their messages may quote a row or a body. The log has them by request id. */
    private static final SpanLimits WITHOUT_EVENTS =
            SpanLimits.builder().setMaxNumberOfEvents(0).build();

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addSamplerCustomizer((sampler, settings) -> new RequestsOnly(sampler));
        builder.addTracerProviderCustomizer(
                (provider, settings) -> provider.setSpanLimits(WITHOUT_EVENTS).addSpanProcessor(new QueriesLeftOut()));
    }
}
