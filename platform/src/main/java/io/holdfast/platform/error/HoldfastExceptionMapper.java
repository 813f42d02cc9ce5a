package io.holdfast.platform.error;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Answers the faults that we know by name. */
@Provider
public class HoldfastExceptionMapper implements ExceptionMapper<HoldfastException> {

    private static final Logger LOGGER = Logger.getLogger(HoldfastExceptionMapper.class);

    @Override
    public Response toResponse(HoldfastException fault) {
        if (fault.status() >= 500) {
            LOGGER.errorf(fault, "Answered %d %s", fault.status(), fault.code());
        } else {
            LOGGER.debugf("Answered %d %s: %s", fault.status(), fault.code(), fault.getMessage());
        }
        return ProblemResponse.of(fault);
    }
}
