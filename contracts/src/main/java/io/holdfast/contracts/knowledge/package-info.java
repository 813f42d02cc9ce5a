/**
 * Datasets, documents and retrieval as vector-store-adapter shows them to other services, and what
 * it and the scheduler tell each other about a document's way into the index.
 *
 * <p>All paths are under {@code /internal/v1/} of vector-store-adapter and take the query parameter
 * {@code tenantId}. Errors are problem JSON {@code {code, message, status}}.
 */
@NullMarked
package io.holdfast.contracts.knowledge;

import org.jspecify.annotations.NullMarked;
