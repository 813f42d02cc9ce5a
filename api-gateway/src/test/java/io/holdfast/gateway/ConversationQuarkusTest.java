package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.holdfast.gateway.fake.Client;
import io.holdfast.gateway.fake.Suite;
import io.holdfast.testing.HoldfastInfra;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Suite.class)
@QuarkusTestResource(
        value = HoldfastInfra.class,
        initArgs = @ResourceArg(name = HoldfastInfra.KAFKA, value = "false"))
class ConversationQuarkusTest {

    private static final String CONVERSATION = "01990000-0000-7000-8000-00000000000e";
    private static final String UNKNOWN = "01990000-0000-7000-8000-0000000000ff";

    @Test
    void conversationsAreListed() {
        String key = Client.keyOfNew("advanced-chat", "Conversations");
        String body =
                Client.with(key)
                        .queryParam("user", "ada")
                        .queryParam("last_id", "")
                        .get("/v1/conversations")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(body)
                .isEqualTo(
                        "{\"limit\":20,\"has_more\":false,\"data\":[{\"id\":\""
                                + CONVERSATION
                                + "\",\"name\":\"Hello\",\"inputs\":{\"name\":\"Ada\"},\"status\":\"normal\","
                                + "\"introduction\":\"Welcome\",\"created_at\":1772359200,\"updated_at\":1772359205}]}");
    }

    @Test
    void messagesAreListed() {
        String key = Client.keyOfNew("chat", "Messages");
        Client.with(key)
                .queryParam("user", "ada")
                .queryParam("conversation_id", CONVERSATION)
                .get("/v1/messages")
                .then()
                .statusCode(200)
                .body("has_more", equalTo(true))
                .body("data", hasSize(1))
                .body("data[0].parent_message_id", startsWith("00000000-0000"))
                .body("data[0].query", equalTo("Hi"))
                .body("data[0].answer", equalTo("Grüße"))
                .body("data[0].retriever_resources[0].id", notNullValue())
                .body("data[0].retriever_resources[0].content", equalTo("a fact"))
                .body("data[0].created_at", equalTo(1772359200));
    }

    @Test
    void whatIsNotThereIsToldInTheWordsOfTheApi() {
        String key = Client.keyOfNew("chat", "Not there");
        Client.with(key)
                .queryParam("conversation_id", UNKNOWN)
                .get("/v1/messages")
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"))
                .body("message", equalTo("Conversation Not Exists."));
        Client.with(key)
                .queryParam("last_id", UNKNOWN)
                .get("/v1/conversations")
                .then()
                .statusCode(404)
                .body("message", equalTo("Last Conversation Not Exists."));
    }

    @Test
    void limitsAndIdsAreChecked() {
        String key = Client.keyOfNew("chat", "Limits");
        Client.with(key)
                .queryParam("limit", 101)
                .get("/v1/conversations")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_param"));
        Client.with(key)
                .get("/v1/messages")
                .then()
                .statusCode(400)
                .body("message", startsWith("1 validation error for MessageListQuery"));
        Client.with(key)
                .queryParam("sort_by", "name")
                .get("/v1/conversations")
                .then()
                .statusCode(400);
    }
}
