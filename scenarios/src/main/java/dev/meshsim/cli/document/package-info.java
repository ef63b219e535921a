/**
 * The command {@code mesh-sim document}, which builds documents from templates with {@code
 * dev.meshsim.scenario.document}.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.cli.document;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
