/**
 * The report that a person opens in a browser: {@code report/index.html} with the matrix of cases
 * by store, and a page for each case with its steps and the sequence diagram of its messages.
 * {@link dev.meshsim.report.html.HtmlReport} writes a case's page when the case ends and keeps only
 * a {@code CaseSummary} of it for the index. {@code Markup} is the only class that makes HTML: it
 * escapes every text and closes every element. The pages are complete without scripts; the style
 * and the script of a page are files of resources that are copied into it, and a content security
 * policy admits these two and no request.
 *
 * <p>A case's diagram is a {@link dev.meshsim.report.sequence.Sequence}; {@code Lanes} gives each
 * party its place on the page, and {@code Diagram} draws it. {@code KeyRing} verifies signatures
 * with the public keys that the messages of the case show, and {@code JsonView} writes a message
 * with its signed parts unpacked.
 */
@NullMarked
package dev.meshsim.report.html;

import org.jspecify.annotations.NullMarked;
