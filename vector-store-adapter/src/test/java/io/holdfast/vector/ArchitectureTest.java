package io.holdfast.vector;

import io.holdfast.testing.fence.ArchitectureFence;

class ArchitectureTest extends ArchitectureFence {}
