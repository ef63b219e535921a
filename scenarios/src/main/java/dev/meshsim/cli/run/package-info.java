/**
 * Commands that run scenarios or generate files from the code: {@code run}, {@code transcript} and
 * {@code vectors}.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.cli.run;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
