package io.holdfast.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.UntypedObjectDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/**
 * Untyped whole numbers as {@code Long}, and as {@code BigInteger} beyond it. Jackson's own setting
 * for longs refuses what is larger.
 */
public final class WholeNumbers extends UntypedObjectDeserializer {

    private static final long serialVersionUID = 1L;

    private WholeNumbers() {
        super((JavaType) null, (JavaType) null);
    }

    /** To be registered with a mapper. */
    public static Module module() {
        return new SimpleModule("whole-numbers").addDeserializer(Object.class, new WholeNumbers());
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return super.deserialize(parser, context);
        }
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getBigIntegerValue()
                : (Object) parser.getLongValue();
    }
}
