/** Tests of the lightweight API over a portal on a network. */
@org.jspecify.annotations.NullMarked
package dev.meshsim.light;
