package dev.meshsim.scenario.junit;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.scenario.run.RunOptions;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The simulated Mesh that a test declares. */
record MeshSettings(long seed, List<String> portals, Dialect dialect, String store) {

  private static final MeshSettings DEFAULT =
      new MeshSettings(
          RunOptions.DEFAULT_SEED, List.of("example.com"), Dialect.MESH, RunOptions.DEFAULT_STORE);

  /** Those of the test method, of its class or of a class around that; else the defaults. */
  static MeshSettings of(ExtensionContext context) {
    MeshSettings declared =
        AnnotationSupport.findAnnotation(context.getTestMethod(), MeshTest.class)
            .or(
                () ->
                    AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(),
                        MeshTest.class,
                        context.getEnclosingTestClasses()))
            .map(MeshSettings::of)
            .orElse(DEFAULT);
    return context
        .getConfigurationParameter(MeshExtension.SEED)
        .map(text -> declared.withSeed(number(text)))
        .orElse(declared);
  }

  private static MeshSettings of(MeshTest declared) {
    return new MeshSettings(
        declared.seed(),
        List.of(declared.portals()),
        Dialect.named(declared.dialect()),
        declared.store());
  }

  private MeshSettings withSeed(long other) {
    return new MeshSettings(other, portals, dialect, store);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw MeshTestException.badSeed(text);
    }
  }
}
