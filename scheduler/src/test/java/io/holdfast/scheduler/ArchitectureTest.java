package io.holdfast.scheduler;

import io.holdfast.testing.fence.ArchitectureFence;

class ArchitectureTest extends ArchitectureFence {}
