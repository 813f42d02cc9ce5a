package io.holdfast.scheduler.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Reads error bodies: our own problems, and those of the OpenAI protocol. */
@Singleton
class RemoteFaultMapper implements ResponseExceptionMapper<RemoteFault> {

    private final ObjectMapper json;

    RemoteFaultMapper(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public RemoteFault toThrowable(Response response) {
        int status = response.getStatus();
        JsonNode body = body(response);
        JsonNode error = body.path("error").isObject() ? body.path("error") : body;
        String code = error.path("code").asText(error.path("type").asText(""));
        return new RemoteFault(
                status, code, error.path("message").asText("answered with status " + status));
    }

    private JsonNode body(Response response) {
        try {
            return response.hasEntity()
                    ? json.readTree(response.readEntity(String.class))
                    : json.createObjectNode();
        } catch (JsonProcessingException e) {
            return json.createObjectNode();
        }
    }
}
