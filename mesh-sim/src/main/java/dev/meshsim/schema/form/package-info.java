/**
 * The forms of objects whose JSON is written by hand, since a key, an application profile or an
 * object of 2017 is not written as the members of one record are. Each record has the members in
 * the order in which they are written, and exists only to describe them: no object is ever made of
 * it. Tests compare the forms with what is written.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.schema.form;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
