/**
 * What people look at. A run is a stream of {@link dev.meshsim.report.RunEvent}s, and everything
 * that shows it is a {@link dev.meshsim.report.RunListener}: the console, JUnit XML, JSON. What
 * crossed between a scenario's machines and its portal is a list of {@link
 * dev.meshsim.report.TracedExchange}s, from which {@code dev.meshsim.report.transcript} writes the
 * Markdown that a specification can quote, and {@link dev.meshsim.report.TraceFiles} the exact
 * octets of each message.
 */
@NullMarked
package dev.meshsim.report;

import org.jspecify.annotations.NullMarked;
