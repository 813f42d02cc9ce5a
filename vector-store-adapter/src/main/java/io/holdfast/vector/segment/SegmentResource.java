package io.holdfast.vector.segment;

import io.holdfast.contracts.knowledge.SegmentReceipt;
import io.holdfast.contracts.knowledge.SegmentUpload;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where jobs put segments. */
@Path("/internal/v1/documents/{documentId}/segments")
@RunOnVirtualThread
public class SegmentResource {

    private final SegmentIntake intake;

    SegmentResource(SegmentIntake intake) {
        this.intake = intake;
    }

    @POST
    public SegmentReceipt take(
            @RestQuery @NotNull UUID tenantId,
            @RestPath UUID documentId,
            @NotNull SegmentUpload upload) {
        return intake.take(tenantId, documentId, upload);
    }
}
