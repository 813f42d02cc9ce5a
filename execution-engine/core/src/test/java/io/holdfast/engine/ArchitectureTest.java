package io.holdfast.engine;

import io.holdfast.testing.fence.ArchitectureFence;
import io.holdfast.testing.fence.Fences;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ArchitectureFence {

    @Test
    void theEngineKnowsNoFramework() {
        Fences.plainJava("io.holdfast.engine..").check(classes());
    }
}
