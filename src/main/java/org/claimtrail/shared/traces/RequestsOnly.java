package org.claimtrail.shared.traces;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Begins a trace with a request and with nothing else: the log grows several times a second, and each of its statements
 * would be a trace of its own.
 *
 * @param next decides about the rest
 */
record RequestsOnly(Sampler next) implements Sampler {

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        boolean begins = !Span.fromContext(parent).getSpanContext().isValid();
        return begins && kind != SpanKind.SERVER
                ? SamplingResult.drop()
                : next.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "RequestsOnly{" + next.getDescription() + "}";
    }
}
