package io.holdfast.engine.app.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.holdfast.contracts.run.RunEvent;
import io.holdfast.engine.context.RunStart;
import io.holdfast.engine.node.Admission;
import io.holdfast.engine.node.NodeForm;
import io.holdfast.engine.node.NodeNote;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.run.JournalEvent;
import io.holdfast.platform.json.WholeNumbers;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts as text and back. Facts are kept for ever, so what is written here can only grow: a reader
 * ignores what it does not know. Environment variables are left out, for they may be secret;
 * whoever folds a journal has them from the version of the app that the run keeps.
 */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            JournalEvent.Accepted.class,
            JournalEvent.Checked.class,
            JournalEvent.Admitted.class,
            JournalEvent.Reviewed.class,
            JournalEvent.Begun.class,
            JournalEvent.Streamed.class,
            JournalEvent.Completed.class,
            JournalEvent.Errored.class,
            JournalEvent.Interrupted.class,
            JournalEvent.Noted.class,
            JournalEvent.Awaited.class,
            JournalEvent.Paused.class,
            JournalEvent.Resumed.class,
            NodeForm.class,
            JournalEvent.Entered.class,
            JournalEvent.RoundBegun.class,
            JournalEvent.RoundEnded.class,
            JournalEvent.Ended.class,
            Admission.Passed.class,
            Admission.Replaced.class,
            Admission.Rewritten.class,
            Admission.Answered.class,
            RunEvent.Annotation.class,
            NodeNote.class,
            RunEvent.Thought.class,
            NodeOutcome.Succeeded.class,
            NodeOutcome.Failed.class,
            RunStart.class
        })
public class JournalCodec {

    private final ObjectMapper mapper =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .addModule(WholeNumbers.module())
                    .addMixIn(JournalEvent.class, FactMixIn.class)
                    .addMixIn(Admission.class, AdmissionMixIn.class)
                    .addMixIn(RunStart.class, StartMixIn.class)
                    .addMixIn(NodeOutcome.Succeeded.class, OutcomeMixIn.class)
                    .addMixIn(NodeOutcome.Failed.class, OutcomeMixIn.class)
                    .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = JournalEvent.Accepted.class, name = "accepted"),
        @JsonSubTypes.Type(value = JournalEvent.Checked.class, name = "checked"),
        @JsonSubTypes.Type(value = JournalEvent.Admitted.class, name = "admitted"),
        @JsonSubTypes.Type(value = JournalEvent.Reviewed.class, name = "reviewed"),
        @JsonSubTypes.Type(value = JournalEvent.Begun.class, name = "begun"),
        @JsonSubTypes.Type(value = JournalEvent.Streamed.class, name = "streamed"),
        @JsonSubTypes.Type(value = JournalEvent.Completed.class, name = "completed"),
        @JsonSubTypes.Type(value = JournalEvent.Errored.class, name = "errored"),
        @JsonSubTypes.Type(value = JournalEvent.Interrupted.class, name = "interrupted"),
        @JsonSubTypes.Type(value = JournalEvent.Noted.class, name = "noted"),
        @JsonSubTypes.Type(value = JournalEvent.Awaited.class, name = "awaited"),
        @JsonSubTypes.Type(value = JournalEvent.Paused.class, name = "paused"),
        @JsonSubTypes.Type(value = JournalEvent.Resumed.class, name = "resumed"),
        @JsonSubTypes.Type(value = JournalEvent.Entered.class, name = "entered"),
        @JsonSubTypes.Type(value = JournalEvent.RoundBegun.class, name = "round-begun"),
        @JsonSubTypes.Type(value = JournalEvent.RoundEnded.class, name = "round-ended"),
        @JsonSubTypes.Type(value = JournalEvent.Ended.class, name = "ended")
    })
    private interface FactMixIn {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "admission")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Admission.Passed.class, name = "passed"),
        @JsonSubTypes.Type(value = Admission.Replaced.class, name = "replaced"),
        @JsonSubTypes.Type(value = Admission.Rewritten.class, name = "rewritten"),
        @JsonSubTypes.Type(value = Admission.Answered.class, name = "answered")
    })
    private interface AdmissionMixIn {}

    @JsonIgnoreProperties({"chatLike", "graph"})
    private abstract static class StartMixIn {
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        abstract Map<String, @Nullable Object> environment();
    }

    @SuppressWarnings("UnusedMethod") // read by Jackson
    private interface OutcomeMixIn {
        @JsonIgnore
        long totalTokens();

        @JsonIgnore
        Map<String, @Nullable Object> asOutputs();
    }

    /** The fact as one JSON object. */
    public String encode(JournalEvent fact) {
        try {
            return mapper.writerFor(JournalEvent.class).writeValueAsString(fact);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact that cannot be written", e);
        }
    }

    /**
     * Reads a fact.
     *
     * @param environment the environment variables of the run's version of the app
     * @throws IllegalStateException when the text is no fact that this release knows
     */
    public JournalEvent decode(String payload, Map<String, @Nullable Object> environment) {
        try {
            JournalEvent fact = mapper.readValue(payload, JournalEvent.class);
            return fact instanceof JournalEvent.Accepted(RunStart start, var checks, var at)
                    ? new JournalEvent.Accepted(start.withEnvironment(environment), checks, at)
                    : fact;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact that cannot be read", e);
        }
    }

    /** Any value of a run as JSON. */
    public String encodeValue(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that cannot be written", e);
        }
    }

    /** A JSON array of objects that {@link #encodeValue} wrote. */
    @SuppressWarnings("unchecked") // written as such
    public List<Map<String, @Nullable Object>> decodeObjects(String json) {
        try {
            return mapper.readValue(json, List.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that cannot be read", e);
        }
    }

    /** What an assistant thought as JSON; each carries its type, as in the stream. */
    public String encodeThoughts(List<RunEvent.Thought> thoughts) {
        try {
            return mapper.writerFor(
                            mapper.getTypeFactory()
                                    .constructCollectionType(List.class, RunEvent.Thought.class))
                    .writeValueAsString(thoughts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("thoughts that cannot be written", e);
        }
    }

    /** Thoughts that {@link #encodeThoughts} wrote. */
    public List<RunEvent.Thought> decodeThoughts(String json) {
        try {
            return mapper.readerForListOf(RunEvent.Thought.class).readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("thoughts that cannot be read", e);
        }
    }

    /** A JSON object that {@link #encodeValue} wrote. */
    @SuppressWarnings("unchecked") // JSON objects have string keys
    public Map<String, @Nullable Object> decodeObject(String json) {
        try {
            return mapper.readValue(json, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that cannot be read", e);
        }
    }
}
