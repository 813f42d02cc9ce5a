package io.holdfast.gateway.knowledge;

import io.holdfast.contracts.knowledge.DatasetView;
import io.holdfast.gateway.auth.ApiKey;
import io.holdfast.gateway.auth.DatasetGate;
import io.holdfast.gateway.http.Answer;
import io.holdfast.gateway.http.Call;
import io.holdfast.gateway.http.DifyException;
import io.holdfast.gateway.http.Endpoint;
import io.holdfast.gateway.remote.RefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Lets in calls with a dataset key and tells refusals in Dify's words (http-api.md 1.2, 1.7). */
@Singleton
class KnowledgeGate {

    private final DatasetGate gate;
    private final KnowledgeApi knowledge;

    KnowledgeGate(DatasetGate gate, KnowledgeApi knowledge) {
        this.gate = gate;
        this.knowledge = knowledge;
    }

    /** A call about one dataset, which is there. */
    record DatasetCall(Call call, ApiKey key, DatasetView dataset) {}

    Endpoint open(BiFunction<Call, ApiKey, Uni<Answer>> endpoint) {
        return gate.key((call, key) ->
                endpoint.apply(call, key)
                        .onFailure(RefusedException.class)
                        .transform(KnowledgeGate::toDify));
    }

    /** The dataset of the path is looked up before anything of the body is (http-api.md 1.2). */
    Endpoint dataset(Function<DatasetCall, Uni<Answer>> endpoint) {
        return open((call, key) ->
                knowledge
                        .dataset(key.tenantId(), call.id("dataset_id"))
                        .chain(dataset -> endpoint.apply(new DatasetCall(call, key, dataset))));
    }

    private static Throwable toDify(Throwable fault) {
        if (!(fault instanceof RefusedException refused)) {
            return fault;
        }
        String message = refused.problem().message();
        return switch (refused.code()) {
            case "dataset_not_found" -> DifyException.notFound("Dataset not found.");
            case "documents_not_found" -> DifyException.notFound("Documents not found.");
            case "document_not_found" -> DifyException.notFound("Document Not Exists.");
            case "invalid_param", "not_supported" -> DifyException.invalidParam(message);
            case "provider_not_initialize" -> new DifyException(400, refused.code(), message);
            case "dataset_name_duplicate" ->
                    new DifyException(
                            409,
                            refused.code(),
                            "The dataset name already exists. Please modify your dataset name.");
            case "embedding_unavailable" ->
                    DifyException.unavailable(
                            "The embedding model cannot be reached now. Try again in a moment.",
                            fault);
            default -> fault;
        };
    }
}
