/**
 * The schema in other languages. {@link dev.meshsim.schema.export.SchemaFormat} is the table of
 * formats, each of which has a writer of its own: JSON Schema for validators, the reference section
 * in Markdown and RFC XML for documents, the text form for people and for other generators,
 * TypeScript types, and a C header with tables for a parser. All are functions of a {@link
 * dev.meshsim.schema.Schema}, so that equal schemas give equal octets.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.schema.export;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
