/** Tests of the schema with messages of scenarios, and with the tools of other languages. */
@NullMarked
package dev.meshsim.schema;

import org.jspecify.annotations.NullMarked;
