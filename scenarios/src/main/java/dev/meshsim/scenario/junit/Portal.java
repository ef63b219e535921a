package dev.meshsim.scenario.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the portal that a parameter is; see {@link MeshTest}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Portal {

  /** The portal's domain, one of {@link MeshTest#portals()}. */
  String value();
}
