package io.holdfast.engine.node.knowledge;

import io.holdfast.contracts.knowledge.MultiRetrieveRequest;
import io.holdfast.contracts.knowledge.RetrieveResponse;
import io.holdfast.engine.node.StepRequest;

/** Asks the knowledge bases. */
public record KnowledgeRequest(MultiRetrieveRequest retrieval)
        implements StepRequest<RetrieveResponse> {}
