package dev.meshsim.scenario.junit;

import dev.meshsim.machine.MeshMachine;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.MeshPortals;
import dev.meshsim.session.MeshSession;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Gives tests what {@link MeshTest} describes. */
public final class MeshExtension implements ParameterResolver, AfterEachCallback {

  /** The configuration parameter, or system property, that replaces the seed of all tests. */
  public static final String SEED = "mesh-test.seed";

  private static final Set<Class<?>> MACHINES = Set.of(MeshMachine.class, MeshSession.class);

  private static final Set<Class<?>> OTHERS =
      Set.of(
          World.class,
          SeededWorld.class,
          MeshPortal.class,
          MeshPortalDirect.class,
          MeshPortals.class);

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(MeshExtension.class);

  /** Made by JUnit. */
  public MeshExtension() {}

  /** True for the types of {@link MeshTest}, except in what is not of one test. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return context.getTestMethod().isPresent()
        && (MACHINES.contains(type) || OTHERS.contains(type));
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    SimulatedMesh mesh =
        context
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                SimulatedMesh.class,
                key -> new SimulatedMesh(MeshSettings.of(context)),
                SimulatedMesh.class);
    Class<?> type = parameter.getParameter().getType();
    if (type.equals(MeshMachine.class)) {
      return mesh.machine(machine(parameter));
    } else if (type.equals(MeshSession.class)) {
      return mesh.session(machine(parameter));
    } else if (type.equals(MeshPortals.class)) {
      return mesh.portals();
    } else if (MeshPortal.class.isAssignableFrom(type)) {
      return mesh.portal(parameter.findAnnotation(Portal.class).map(Portal::value));
    }
    return mesh.world();
  }

  /** The name of a parameter's machine, by its annotation or its number among the method's. */
  private static String machine(ParameterContext parameter) {
    Optional<String> named = parameter.findAnnotation(Machine.class).map(Machine::value);
    return named.orElseGet(
        () ->
            "machine-"
                + Arrays.stream(parameter.getDeclaringExecutable().getParameterTypes())
                    .limit(parameter.getIndex() + 1L)
                    .filter(MACHINES::contains)
                    .count());
  }

  /** Adds the seed to the failure of a test. */
  @Override
  public void afterEach(ExtensionContext context) {
    SimulatedMesh mesh = context.getStore(NAMESPACE).get(SimulatedMesh.class, SimulatedMesh.class);
    Optional<Throwable> failure =
        context.getExecutionException().filter(e -> !(e instanceof TestAbortedException));
    if (mesh != null && failure.isPresent()) {
      MeshTestException note = mesh.note();
      failure.get().addSuppressed(note);
      context.publishReportEntry("seed", note.problem() + "; " + note.hint());
    }
  }
}
