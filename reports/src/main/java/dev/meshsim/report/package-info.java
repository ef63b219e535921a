/** What people look at. */
@NullMarked
package dev.meshsim.report;

import org.jspecify.annotations.NullMarked;
