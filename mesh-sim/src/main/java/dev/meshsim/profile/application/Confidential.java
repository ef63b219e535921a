package dev.meshsim.profile.application;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A mark on the components of an application's records that are shown only to a person who asks for
 * secrets: passwords, for example. It changes nothing of what is encrypted and to whom.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Confidential {}
