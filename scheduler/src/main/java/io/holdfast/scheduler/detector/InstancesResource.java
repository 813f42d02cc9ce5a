package io.holdfast.scheduler.detector;

import io.holdfast.contracts.instance.InstanceView;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What the failure detector holds of every configured instance. */
@Path("/internal/v1/instances")
public class InstancesResource {

    private final DetectorDriver detector;

    InstancesResource(DetectorDriver detector) {
        this.detector = detector;
    }

    @GET
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    public List<InstanceView> instances() {
        return detector.instances();
    }
}
