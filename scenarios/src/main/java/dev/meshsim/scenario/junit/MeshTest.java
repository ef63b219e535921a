package dev.meshsim.scenario.junit;

import dev.meshsim.scenario.run.RunOptions;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class, or one test method, a simulated Mesh. A method's annotation replaces
 * that of its class. Each test has a world of its own; its methods may have these parameters:
 *
 * <ul>
 *   <li>{@code World}, {@code SeededWorld}: the world of the test;
 *   <li>{@code MeshPortal}, {@code MeshPortalDirect}: the first portal, or the one that {@link
 *       Portal} names; {@code MeshPortals}: all of them;
 *   <li>{@code MeshMachine}, {@code MeshSession}: a machine, or a session on it that reaches all
 *       portals. {@link Machine} names it; without that it is {@code machine-1} for the method's
 *       first machine or session, and so on.
 * </ul>
 *
 * <p>Parameters of one name are one object, in the test and in its {@code @BeforeEach} and
 * {@code @AfterEach} methods. A test that fails shows its seed.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(MeshExtension.class)
public @interface MeshTest {

  /**
   * The seed of the world: equal seeds give equal keys, codes and octets. The configuration
   * parameter {@value MeshExtension#SEED} replaces that of all tests.
   */
  long seed() default RunOptions.DEFAULT_SEED;

  /** The domains of the portals, at least one. */
  String[] portals() default "example.com";

  /** The label of the portals' dialect. */
  String dialect() default "mesh";

  /**
   * The name of the machines' store: one of this project's, or one of your own that {@link
   * java.util.ServiceLoader} finds.
   */
  String store() default RunOptions.DEFAULT_STORE;
}
