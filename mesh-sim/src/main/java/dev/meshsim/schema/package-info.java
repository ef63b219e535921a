/**
 * The schema of the Mesh as data. {@link dev.meshsim.schema.Schemas#of} makes it for a dialect from
 * the records of {@code profile}, {@code protocol}, {@code log} and {@code jose}, whose members it
 * reads by reflection, and from their Javadoc, which the module {@code schema-processor} writes to
 * resources while the records are compiled. {@code Row} is a row of the table of objects in the
 * order of the reference's schema files. The packages below write the schema in other languages,
 * read its text form, compare two schemas, and check the JSON of others.
 */
@NullMarked
package dev.meshsim.schema;

import org.jspecify.annotations.NullMarked;
