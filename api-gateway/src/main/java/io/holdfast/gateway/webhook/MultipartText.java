package io.holdfast.gateway.webhook;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text fields of a form in parts. */
final class MultipartText {

    private MultipartText() {}

    static Map<String, @Nullable Object> fields(String contentType, Buffer body) {
        FullHttpRequest request =
                new DefaultFullHttpRequest(
                        HttpVersion.HTTP_1_1,
                        HttpMethod.POST,
                        "/",
                        Unpooled.wrappedBuffer(body.getBytes()));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        HttpPostRequestDecoder decoder = null;
        try {
            decoder =
                    new HttpPostRequestDecoder(
                            new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8);
            return texts(decoder);
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException e) {
            throw new WebhookException("Invalid form body");
        } catch (IOException e) {
            throw new IllegalStateException("parts that are in memory can be read", e);
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    private static Map<String, @Nullable Object> texts(HttpPostRequestDecoder decoder)
            throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
            if (part instanceof Attribute text) {
                fields.putIfAbsent(text.getName(), text.getValue());
            }
        }
        return fields;
    }
}
