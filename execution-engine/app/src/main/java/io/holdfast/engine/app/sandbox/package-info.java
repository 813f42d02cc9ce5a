/** Runs the code of code nodes in processes that can reach nothing but their own scratch space. */
@NullMarked
package io.holdfast.engine.app.sandbox;

import org.jspecify.annotations.NullMarked;
