@NullMarked
package io.holdfast.engine.agent;

import org.jspecify.annotations.NullMarked;
