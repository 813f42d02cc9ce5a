package io.holdfast.platform.error;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.logging.Logger;

/**
 * Answers calls that a breaker, a bulkhead or a timeout kept from what they need: it is away or
 * busy, and the caller may try again.
 */
@Provider
public class GuardedExceptionMapper implements ExceptionMapper<FaultToleranceException> {

    private static final Logger LOGGER = Logger.getLogger(GuardedExceptionMapper.class);

    @Override
    public Response toResponse(FaultToleranceException fault) {
        LOGGER.warnf("Answered 503: %s", fault.getMessage());
        return ProblemResponse.of(
                new UnavailableException("What is needed here is away or busy now.", fault));
    }
}
