package io.holdfast.gateway.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/**
 * Routes that Dify has (http-api.md 0.1) and this server does not yet: 501 that says so, instead of
 * the page for paths that nobody has.
 */
@Singleton
class NotBuiltRoutes implements Routes {

    private static final String DATASET = "/v1/datasets/{dataset_id:uuid}";
    private static final String DOCUMENT = DATASET + "/documents/{document_id:uuid}";
    private static final String SEGMENT = DOCUMENT + "/segments/{segment_id:uuid}";

    private static final List<String> GET =
            List.of(
                    "/v1/workflows/logs",
                    "/v1/workflow/{run_id}/events",
                    "/v1/conversations/{conversation_id:uuid}/variables",
                    "/v1/app/feedbacks",
                    "/v1/end-users/{end_user_id:uuid}",
                    DOCUMENT,
                    DOCUMENT + "/download",
                    DOCUMENT + "/upload-file",
                    DOCUMENT + "/segments",
                    SEGMENT,
                    SEGMENT + "/child_chunks",
                    DATASET + "/metadata",
                    DATASET + "/metadata/built-in",
                    "/v1/datasets/tags",
                    DATASET + "/tags",
                    "/v1/workspaces/current/models/model-types/{type}",
                    DATASET + "/pipeline/datasource-plugins");

    private static final List<String> POST =
            List.of(
                    "/v1/conversations/{conversation_id:uuid}/name",
                    "/v1/messages/{message_id:uuid}/feedbacks",
                    "/v1/audio-to-text",
                    "/v1/text-to-audio",
                    DATASET + "/document/create-by-file",
                    DATASET + "/document/create_by_file",
                    DOCUMENT + "/update-by-text",
                    DOCUMENT + "/update_by_text",
                    DOCUMENT + "/update-by-file",
                    DOCUMENT + "/update_by_file",
                    DATASET + "/documents/download-zip",
                    DOCUMENT + "/segments",
                    SEGMENT,
                    SEGMENT + "/child_chunks",
                    DATASET + "/metadata",
                    DATASET + "/metadata/built-in/{action}",
                    DATASET + "/documents/metadata",
                    "/v1/datasets/tags",
                    "/v1/datasets/tags/binding",
                    "/v1/datasets/tags/unbinding",
                    "/v1/datasets/pipeline/file-upload",
                    DATASET + "/pipeline/datasource/nodes/{node}/run",
                    DATASET + "/pipeline/run");

    private static final List<String> PATCH =
            List.of(
                    DATASET,
                    DOCUMENT,
                    DATASET + "/documents/status/{action}",
                    SEGMENT + "/child_chunks/{chunk_id:uuid}",
                    DATASET + "/metadata/{metadata_id:uuid}",
                    "/v1/datasets/tags");

    private static final List<String> DELETE =
            List.of(
                    "/v1/conversations/{conversation_id:uuid}",
                    SEGMENT,
                    SEGMENT + "/child_chunks/{chunk_id:uuid}",
                    DATASET + "/metadata/{metadata_id:uuid}",
                    "/v1/datasets/tags");

    private static final List<String> PUT =
            List.of("/v1/conversations/{conversation_id:uuid}/variables/{variable_id:uuid}");

    @Override
    public List<Route> routes() {
        return Stream.of(
                        GET.stream().map(path -> Route.get(path, refusal("GET", path))),
                        POST.stream().map(path -> Route.post(path, refusal("POST", path))),
                        PATCH.stream().map(path -> Route.patch(path, refusal("PATCH", path))),
                        DELETE.stream().map(path -> Route.delete(path, refusal("DELETE", path))),
                        PUT.stream().map(path -> Route.put(path, refusal("PUT", path))))
                .flatMap(routes -> routes)
                .toList();
    }

    private static Endpoint refusal(String method, String path) {
        String plain = path.replace(":uuid", "");
        return call ->
                Uni.createFrom()
                        .failure(
                                new DifyException(
                                        501,
                                        "not_implemented",
                                        method + " " + plain + " is not served yet."));
    }
}
