package org.claimtrail.shared.openapi;

import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;

/**
 * Lets {@link PreparedLater} intercept the platform's service of API descriptions, whose class is not ours to annotate, when
 * the application is built (CDI 4.1, build compatible extensions). Named in META-INF/services.
 *
 * <p>The binding has to be an annotation that the class loader of the platform finds, which in tests does not find ours.
 * This one changes nothing else there: a request context that nobody asks for.
 */
public final class DescriptionOnDemand implements BuildCompatibleExtension {

    @Enhancement(types = OpenApiDocumentService.class)
    public void prepareLater(ClassConfig service) {
        service.addAnnotation(ActivateRequestContext.class);
    }
}
