package dev.meshsim.scenario.engine;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** The root of the engine's tests, with the parameters by which they were found. */
final class EngineRoot extends EngineDescriptor {

  private final Parameters parameters;

  EngineRoot(UniqueId id, Parameters parameters) {
    super(id, "Mesh scenarios");
    this.parameters = parameters;
  }

  Parameters parameters() {
    return parameters;
  }
}
