package dev.meshsim.profile.merge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A mark on the components of a record that identify it within a list. {@link RecordMerge} merges
 * such a list entry by entry: entries of two versions are one entry if all marked components are
 * equal.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Identity {}
