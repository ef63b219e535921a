/**
 * The formats of documents. {@link dev.meshsim.report.document.layout.DocumentFormat} tells the
 * format of a template; its {@link dev.meshsim.report.document.layout.Layout} writes a {@link
 * dev.meshsim.report.document.layout.Block}, an example that is folded already, with its caption
 * and the name of the file of its exact octets.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.report.document.layout;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
