/**
 * The text form of a schema: the language of the reference's schema files. {@link
 * dev.meshsim.schema.text.SchemaText} reads one or several namespaces from a file and refuses what
 * it does not understand with file, line and column, what is accepted there, and the nearest word.
 * {@code StatementReader} divides the lines into nested statements by their indentation; {@code
 * NamespaceReader} gives them a meaning.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.schema.text;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
