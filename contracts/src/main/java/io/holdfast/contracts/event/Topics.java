package io.holdfast.contracts.event;

/** The Kafka topics and who writes them. */
public final class Topics {

    /** execution-engine: what happened in runs; key = run id. */
    public static final String RUN_EVENTS = "holdfast.run-events";

    /** scheduler and execution-engine: runs that triggers ask for; key = app id. */
    public static final String RUN_REQUESTS = "holdfast.run-requests";

    /** vector-store-adapter: documents that came, changed or went; key = document id. */
    public static final String DOCUMENT_EVENTS = "holdfast.document-events";

    /** scheduler: how far jobs are; key = document id. */
    public static final String JOB_PROGRESS = "holdfast.job-progress";

    /** model-service: what model calls used; key = tenant id. */
    public static final String USAGE = "holdfast.usage";

    private Topics() {}

    /** Where a consumer of the topic puts what it cannot digest. */
    public static String deadLettersOf(String topic) {
        return topic + ".dead";
    }
}
