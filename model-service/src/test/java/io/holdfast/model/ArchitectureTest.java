package io.holdfast.model;

import io.holdfast.testing.fence.ArchitectureFence;

class ArchitectureTest extends ArchitectureFence {}
