package io.holdfast.engine.app.form;

import io.holdfast.contracts.form.FormView;
import io.holdfast.contracts.form.SubmitFormRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Forms for the other services. */
@Path("/internal/v1/forms")
public class FormResource {

    private final FormService forms;

    FormResource(FormService forms) {
        this.forms = forms;
    }

    /** A form that can be filled. */
    @GET
    @Path("/{token}")
    public Uni<FormView> show(@PathParam("token") String token, @QueryParam("appId") UUID appId) {
        return forms.show(token, appId);
    }

    /** Fills a form. */
    @POST
    @Path("/{token}")
    public Uni<Void> submit(@PathParam("token") String token, SubmitFormRequest request) {
        return forms.submit(token, request);
    }

    /** Closes forms whose time is over; the scheduler calls when. */
    @POST
    @Path("/expire")
    public Uni<Expired> expire() {
        return forms.expireDue().map(Expired::new);
    }

    /** How many forms were closed. */
    public record Expired(int forms) {}
}
