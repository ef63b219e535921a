/**
 * Small inputs that failed once, each with the right outcome. The inputs are conformance data
 * ({@code MESH_SIM_DATA}, directory {@code cases}); {@link dev.meshsim.cases.CasesTest} is their
 * table.
 */
@NullMarked
package dev.meshsim.cases;

import org.jspecify.annotations.NullMarked;
