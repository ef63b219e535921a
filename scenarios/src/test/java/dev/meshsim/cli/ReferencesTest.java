package dev.meshsim.cli;

import dev.meshsim.scenario.StepReference;
import dev.meshsim.testing.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The generated pages of the documentation are up to date. */
class ReferencesTest {

  @Test
  void theReferenceOfStepsIsUpToDate() throws IOException {
    Golden.assertSame(Golden.root().resolve("docs/scenarios.md"), StepReference.markdown());
  }

  @Test
  void theReferenceOfTheCommandIsUpToDate() throws IOException {
    Golden.assertSame(Golden.root().resolve("docs/cli.md"), CliReference.markdown());
  }
}
