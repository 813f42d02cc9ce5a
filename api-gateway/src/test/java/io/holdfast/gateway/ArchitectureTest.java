package io.holdfast.gateway;

import io.holdfast.testing.fence.ArchitectureFence;

class ArchitectureTest extends ArchitectureFence {}
