package io.holdfast.engine.app.sandbox;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a code node's {@code main}.
 *
 * @param language language of the source
 * @param source the code as the DSL has it; defines {@code main}
 * @param inputs arguments by name, JSON values as plain Java (null, Boolean, Number, String, List,
 *     Map); Python gets them as keyword arguments, JavaScript as one object (dsl.md 3.8)
 * @param timeLimit most wall-clock time for the run, without the wait for a free worker; longer
 *     ones are cut to the configured limit
 */
public record CodeTask(
        CodeLanguage language,
        String source,
        Map<String, @Nullable Object> inputs,
        Duration timeLimit) {}
