/**
 * The public API of the modules as text, so that a change of it is a change of a reviewed file. A
 * package is part of it unless its {@code package-info} is marked {@code @API(status = INTERNAL)}.
 */
@NullMarked
package dev.meshsim.api;

import org.jspecify.annotations.NullMarked;
