package io.holdfast.engine.node.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.engine.node.GivenVariables;
import io.holdfast.engine.node.NodeData;
import io.holdfast.engine.node.NodeOutcome;
import io.holdfast.engine.node.NodeStep;
import io.holdfast.engine.value.FileValues;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of dsl.md 3.17. */
class DocumentExtractorNodeTest {

    private static final FileValues.Facts LETTER = file("letter.pdf");
    private static final FileValues.Facts TABLE = file("table.xlsx");

    private final GivenVariables variables =
            new GivenVariables()
                    .with("n.one", FileValues.of(LETTER))
                    .with("n.many", List.of(FileValues.of(LETTER), FileValues.of(TABLE)))
                    .with("n.mixed", List.of(FileValues.of(LETTER), "text"))
                    .with("n.none", List.of())
                    .with("n.text", "no file");

    private static FileValues.Facts file(String name) {
        return new FileValues.Facts(
                "document",
                "remote_url",
                "https://files.example/" + name,
                null,
                name,
                name.substring(name.indexOf('.')),
                "",
                7);
    }

    private NodeStep begin(String variable) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("variable_selector", Arrays.asList(variable.split("\\.", -1)));
        return DocumentExtractorNode.parse(NodeData.of(data)).begin(variables.scope());
    }

    private NodeOutcome replied(String variable, DocumentReply reply) {
        if (begin(variable) instanceof NodeStep.Ask<?> ask
                && ask.request() instanceof DocumentRequest) {
            return answer(ask, reply);
        }
        throw new AssertionError("no document was asked for");
    }

    @SuppressWarnings("unchecked") // a document request is answered by a document's reply
    private static NodeOutcome answer(NodeStep.Ask<?> ask, DocumentReply reply) {
        return (NodeOutcome) ((NodeStep.Ask<DocumentReply>) ask).meaning().apply(reply);
    }

    private NodeOutcome done(String variable) {
        if (begin(variable) instanceof NodeStep.Done(NodeOutcome outcome)) {
            return outcome;
        }
        throw new AssertionError("the node asked for something");
    }

    @Test
    void asksForTheTextOfEachFileInItsOrder() {
        assertThat(begin("n.many"))
                .isInstanceOfSatisfying(
                        NodeStep.Ask.class,
                        ask ->
                                assertThat(ask.request())
                                        .isEqualTo(new DocumentRequest(List.of(LETTER, TABLE))));
    }

    @Test
    void aFileGivesATextAndAListGivesAList() {
        assertThat(replied("n.one", new DocumentReply.Texts(List.of("Dear"))))
                .isInstanceOfSatisfying(
                        NodeOutcome.Succeeded.class,
                        done -> {
                            assertThat(done.outputs()).isEqualTo(Map.of("text", "Dear"));
                            assertThat(done.processData())
                                    .isEqualTo(Map.of("documents", List.of(FileValues.of(LETTER))));
                        });
        assertThat(replied("n.many", new DocumentReply.Texts(List.of("Dear", "| a |"))))
                .isInstanceOfSatisfying(
                        NodeOutcome.Succeeded.class,
                        done ->
                                assertThat(done.outputs())
                                        .isEqualTo(Map.of("text", List.of("Dear", "| a |"))));
    }

    @Test
    void aFileWithoutTextFailsTheNode() {
        assertThat(replied("n.many", new DocumentReply.Failed("Unsupported Extension Type: .x")))
                .isInstanceOfSatisfying(
                        NodeOutcome.Failed.class,
                        failed -> {
                            assertThat(failed.errorType()).isEmpty();
                            assertThat(failed.message())
                                    .isEqualTo("Unsupported Extension Type: .x");
                        });
    }

    @Test
    void nothingGivesNothing() {
        assertThat(done("n.none"))
                .isInstanceOfSatisfying(
                        NodeOutcome.Succeeded.class,
                        done -> assertThat(done.outputs()).isEqualTo(Map.of("text", List.of())));
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThat(done("n.text")).isEqualTo(failed("n.text", "is not an ArrayFileSegment"));
        assertThat(done("n.mixed")).isEqualTo(failed("n.mixed", "is not an ArrayFileSegment"));
        assertThat(done("n.gone"))
                .isEqualTo(
                        NodeOutcome.Failed.of(
                                        "", "File variable not found for selector: ['n', 'gone']")
                                .withInputs(Map.of("variable_selector", List.of("n", "gone"))));
    }

    private static NodeOutcome failed(String variable, String what) {
        List<String> path = Arrays.asList(variable.split("\\.", -1));
        return NodeOutcome.Failed.of("", "Variable ['" + String.join("', '", path) + "'] " + what)
                .withInputs(Map.of("variable_selector", path));
    }
}
