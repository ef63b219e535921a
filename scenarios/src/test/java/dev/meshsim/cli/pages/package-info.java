/**
 * The pages that are made of the command's own model and are part of the distribution: manual
 * pages, and completions for three shells.
 */
@NullMarked
package dev.meshsim.cli.pages;

import org.jspecify.annotations.NullMarked;
