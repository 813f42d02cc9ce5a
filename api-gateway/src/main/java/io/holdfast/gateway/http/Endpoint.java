package io.holdfast.gateway.http;

import io.smallrye.mutiny.Uni;

/** Answers calls of one route. Refusals are failures with a {@link DifyException}. */
@FunctionalInterface
public interface Endpoint {

    Uni<Answer> answer(Call call);
}
