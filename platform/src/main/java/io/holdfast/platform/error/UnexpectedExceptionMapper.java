package io.holdfast.platform.error;

import io.holdfast.contracts.error.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Answers what nobody expected: the caller learns that it happened, the log learns what. A
 * service's own mapper for the same type goes first.
 */
@Provider
@Priority(Priorities.USER + 1000)
public class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOGGER = Logger.getLogger(UnexpectedExceptionMapper.class);

    @Override
    public Response toResponse(Throwable fault) {
        if (fault instanceof WebApplicationException known) {
            return ofHttp(known);
        }
        LOGGER.error("Answered 500 to an unexpected fault", fault);
        return ProblemResponse.of(
                new Problem(Problem.INTERNAL_ERROR, "The service failed; its log says how.", 500));
    }

    private static Response ofHttp(WebApplicationException fault) {
        Response given = fault.getResponse();
        if (given.hasEntity() || given.getStatus() < 400) {
            return given;
        }
        Response.StatusType status = given.getStatusInfo();
        String reason = status.getReasonPhrase();
        String code = reason.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Response.fromResponse(
                        ProblemResponse.of(new Problem(code, reason, status.getStatusCode())))
                .build();
    }
}
