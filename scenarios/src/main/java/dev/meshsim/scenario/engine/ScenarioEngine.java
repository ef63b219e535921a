package dev.meshsim.scenario.engine;

import java.util.Optional;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** Runs scenario files as tests of the JUnit Platform. */
public final class ScenarioEngine implements TestEngine {

  /** The name of the engine in suites, filters and unique ids. */
  public static final String ID = "mesh-scenario";

  /** Made by JUnit. */
  public ScenarioEngine() {}

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Optional<String> getGroupId() {
    return Optional.of("dev.meshsim");
  }

  @Override
  public Optional<String> getArtifactId() {
    return Optional.of("mesh-scenarios");
  }

  /** Finds the selected cases. A wrong parameter or selector becomes an issue of the discovery. */
  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    try {
      EngineRoot root = new EngineRoot(id, Parameters.of(request.getConfigurationParameters()));
      new Discovery(request, root).run();
      return root;
    } catch (EngineException e) {
      // Wrong for all selections alike: nothing is found, and the issue fails the engine.
      EngineDescriptor none = new EngineDescriptor(id, ID);
      if (Discovery.isAsked(request, id)) {
        request
            .getDiscoveryListener()
            .issueEncountered(
                id,
                DiscoveryIssue.builder(DiscoveryIssue.Severity.ERROR, e.getMessage())
                    .cause(e)
                    .build());
      }
      return none;
    }
  }

  @Override
  public void execute(ExecutionRequest request) {
    new Execution(request).run();
  }
}
