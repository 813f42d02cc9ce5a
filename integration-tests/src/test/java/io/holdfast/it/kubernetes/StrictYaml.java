package io.holdfast.it.kubernetes;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Reads YAML as Kubernetes' own types, and refuses what they do not know: a typo is an error. */
final class StrictYaml {

    private static final ObjectMapper MAPPER =
            YAMLMapper.builder(new YAMLFactory())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .annotationIntrospector(new NoPlaceForTheUnknown())
                    .build();

    private StrictYaml() {}

    /** The documents of a file, as they stand there. */
    static List<JsonNode> documents(Path file) {
        try (MappingIterator<JsonNode> all =
                MAPPER.readerFor(JsonNode.class).readValues(file.toFile())) {
            return all.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is no YAML", e);
        }
    }

    /**
     * One document as its type.
     *
     * @throws IllegalArgumentException when it has a field that the type has not, or a value of
     *     another type
     */
    static <T> T as(JsonNode document, Class<T> type) {
        return MAPPER.convertValue(document, type);
    }

    /** The types keep what they do not know in a map; without that it is an error. */
    private static final class NoPlaceForTheUnknown extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated a) {
            return false;
        }
    }
}
