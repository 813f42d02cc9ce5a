package io.holdfast.model.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The list of models, as the OpenAI protocol shapes it, with provider and type beside. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {

    private final ModelList models;

    ModelsResource(ModelList models) {
        this.models = models;
    }

    @GET
    public ObjectNode list() {
        var list = JsonNodeFactory.instance.objectNode().put("object", "list");
        var data = list.putArray("data");
        for (var view : models.named()) {
            data.addObject()
                    .put("id", view.model())
                    .put("object", "model")
                    .put("created", 0)
                    .put("owned_by", view.servedBy())
                    .put("provider", view.provider())
                    .put("type", view.type().wireName());
        }
        return list;
    }
}
