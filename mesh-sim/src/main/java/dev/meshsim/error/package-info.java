/**
 * Failures and how they are reported. Every failure a user can meet is a {@link
 * dev.meshsim.error.MeshException} with a stable {@link dev.meshsim.error.ErrorCode}, one line that
 * says what happened and where, and one line that says what to do next. A package has one family of
 * failures: an exception class with a nested enum {@code Code}, which lists its codes, meanings and
 * hints, and a factory for each failure. A failure has a class of its own where callers catch it by
 * type or where it carries data.
 */
@NullMarked
package dev.meshsim.error;

import org.jspecify.annotations.NullMarked;
