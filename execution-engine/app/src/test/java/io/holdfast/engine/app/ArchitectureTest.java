package io.holdfast.engine.app;

import io.holdfast.testing.fence.ArchitectureFence;

class ArchitectureTest extends ArchitectureFence {}
