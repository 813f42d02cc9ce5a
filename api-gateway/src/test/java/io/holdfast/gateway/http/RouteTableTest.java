package io.holdfast.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    private static final Endpoint NOBODY = call -> Uni.createFrom().item(Answer.success());
    private static final String ID = "01990000-0000-7000-8000-00000000000a";

    private final Route any = Route.post("/v1/things/{name}/stop", NOBODY);
    private final Route fixed = Route.post("/v1/things/tasks/stop", NOBODY);
    private final Route byId = Route.get("/v1/things/{id:uuid}", NOBODY);
    private final RouteTable table = new RouteTable(List.of(any, fixed, byId));

    @Test
    void theMoreFixedPathWins() {
        assertThat(table.find(HttpMethod.POST, "/v1/things/tasks/stop"))
                .isInstanceOfSatisfying(
                        RouteTable.Found.class, found -> assertThat(found.route()).isSameAs(fixed));
        assertThat(table.find(HttpMethod.POST, "/v1/things/x/stop"))
                .isInstanceOfSatisfying(
                        RouteTable.Found.class,
                        found -> assertThat(found.parameters()).containsEntry("name", "x"));
    }

    @Test
    void anIdMustBeOne() {
        assertThat(table.find(HttpMethod.GET, "/v1/things/" + ID))
                .isInstanceOf(RouteTable.Found.class);
        assertThat(table.find(HttpMethod.GET, "/v1/things/1"))
                .isInstanceOf(RouteTable.Nothing.class);
        assertThat(table.find(HttpMethod.GET, "/v1/things/" + ID + "/"))
                .isInstanceOf(RouteTable.Nothing.class);
    }

    @Test
    void aKnownPathWithAnotherMethodIsKnown() {
        assertThat(table.find(HttpMethod.DELETE, "/v1/things/" + ID))
                .isInstanceOf(RouteTable.OtherMethod.class);
    }
}
