/**
 * Templates of documents, read into text and placeholders. A placeholder is an XML processing
 * instruction, {@code <?mesh FORM ...?>}, so a template in RFC XML stays well-formed and a template
 * in Markdown or HTML can be previewed. {@link dev.meshsim.report.document.template.Form} is the
 * table of forms with their options, from which the reference is generated. All problems of a
 * template are collected, each with its file, line and column.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.report.document.template;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
