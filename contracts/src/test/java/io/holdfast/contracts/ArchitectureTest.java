package io.holdfast.contracts;

import io.holdfast.testing.fence.ArchitectureFence;
import io.holdfast.testing.fence.Fences;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ArchitectureFence {

    @Test
    void whatCrossesTheWireIsDataAlone() {
        Fences.plainJava("io.holdfast.contracts..").check(classes());
    }
}
