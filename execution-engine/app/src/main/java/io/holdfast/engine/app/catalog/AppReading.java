package io.holdfast.engine.app.catalog;

import io.holdfast.engine.app.extension.Extensions;
import io.holdfast.engine.app.tool.Toolbox;
import io.holdfast.engine.app.yaml.DslYaml;
import io.holdfast.engine.app.yaml.YamlSyntaxException;
import io.holdfast.engine.dsl.healing.HealingOptions;
import io.holdfast.engine.dsl.importing.AppImporter;
import io.holdfast.engine.dsl.importing.GraphCheck;
import io.holdfast.engine.dsl.importing.ImportOutcome;
import io.holdfast.engine.registry.NodeTypes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.jspecify.annotations.Nullable;

/** Reads files off the event loop: a large one takes its time. */
@ApplicationScoped
class AppReading {

    private final Vertx vertx;
    private final AppImporter importer;

    AppReading(
            Vertx vertx,
            CatalogConfig config,
            Toolbox toolbox,
            Extensions extensions,
            Instance<GraphCheck> check) {
        this.vertx = vertx;
        this.importer =
                new AppImporter(
                        NodeTypes.supported(toolbox.ids(), extensions.ids()),
                        new HealingOptions(config.httpRetryHealing()),
                        check.isResolvable() ? check.get() : GraphCheck.NONE);
    }

    Uni<ImportOutcome> read(@Nullable String yaml, boolean confirmed) {
        if (yaml == null || yaml.isEmpty()) {
            return Uni.createFrom()
                    .item(
                            new ImportOutcome.Refused(
                                    "",
                                    "yaml_content is required when import_mode is yaml-content"));
        }
        return vertx.executeBlocking(() -> parse(yaml, confirmed), false);
    }

    private ImportOutcome parse(String yaml, boolean confirmed) {
        try {
            return importer.read(DslYaml.read(yaml), confirmed);
        } catch (YamlSyntaxException e) {
            String message = e.getMessage();
            return new ImportOutcome.Refused("", message == null ? "Invalid YAML" : message);
        }
    }
}
