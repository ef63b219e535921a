/**
 * Sequence diagrams of a scenario's messages. {@link dev.meshsim.report.sequence.Sequence} is the
 * one model: the parties as lanes, and steps, messages, commits and waits in order of time. The
 * suite's page draws it for a browser; {@link dev.meshsim.report.sequence.SequenceFigure} lays it
 * out for a document, which shows it as ASCII art and as SVG of the RFC profile.
 */
@NullMarked
package dev.meshsim.report.sequence;

import org.jspecify.annotations.NullMarked;
