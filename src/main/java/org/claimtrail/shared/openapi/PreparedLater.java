package org.claimtrail.shared.openapi;

import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Lets the platform prepare its description after the start; see {@link Description}. */
@ActivateRequestContext
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class PreparedLater {

    private static final String PREPARE = "prepareDocument";
    private static final String ANSWER = "getDocument";

    private final Description description;

    PreparedLater(Description description) {
        this.description = description;
    }

    @AroundInvoke
    @Nullable
    Object aroundCall(InvocationContext call) throws Exception {
        if (!(call.getTarget() instanceof OpenApiDocumentService)) {
            return call.proceed();
        }
        if (call.getMethod().getName().equals(PREPARE)) {
            description.add(call::proceed);
            return null;
        }
        if (call.getMethod().getName().equals(ANSWER)) {
            description.prepare();
        }
        return call.proceed();
    }
}
