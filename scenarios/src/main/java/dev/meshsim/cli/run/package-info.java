/**
 * Commands that run scenarios or generate files from the code: {@code run}, {@code transcript} and
 * {@code vectors}.
 */
@NullMarked
package dev.meshsim.cli.run;

import org.jspecify.annotations.NullMarked;
