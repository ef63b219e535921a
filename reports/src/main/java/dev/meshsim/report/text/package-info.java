/**
 * The forms in which a document shows a message, as pure functions. {@link
 * dev.meshsim.report.text.Folding} folds long lines and unfolds them as RFC 8792 says, {@link
 * dev.meshsim.report.text.HttpMessage} frames a message as HTTP/1.1 (RFC 9112) and turns the copy
 * that a document shows into the exact octets again, and {@link dev.meshsim.report.text.XmlText}
 * writes a text into RFC XML. Each refuses the texts that its form cannot express; {@link
 * dev.meshsim.report.text.Fragile} finds the parts of a text that tools for documents change
 * although the form allows them.
 */
@NullMarked
package dev.meshsim.report.text;

import org.jspecify.annotations.NullMarked;
