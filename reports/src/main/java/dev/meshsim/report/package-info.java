/**
 * Reports for people and for CI servers. A run is a stream of {@link dev.meshsim.report.RunEvent}s.
 * Each {@link dev.meshsim.report.Report} listens to it and shows the run in one form: lines on the
 * console, JUnit XML, JSON, the exact octets of each message, or the Markdown page of {@code
 * dev.meshsim.report.document} that a specification can quote. Reports are found by name through
 * {@link dev.meshsim.report.Reports}, and each lists the files that it writes.
 */
@NullMarked
package dev.meshsim.report;

import org.jspecify.annotations.NullMarked;
