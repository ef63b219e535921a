/**
 * Line drawings that a document shows in two forms from one source: ASCII art that {@code aasvg}
 * reads without loss, and SVG of the RFC profile (RFC 7996). A {@link
 * dev.meshsim.report.figure.Drawing} has boxes, lines and labels on a grid of characters; {@link
 * dev.meshsim.report.figure.AsciiArt} and {@link dev.meshsim.report.figure.RfcSvg} write it.
 */
@NullMarked
package dev.meshsim.report.figure;

import org.jspecify.annotations.NullMarked;
