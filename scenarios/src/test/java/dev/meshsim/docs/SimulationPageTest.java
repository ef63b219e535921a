package dev.meshsim.docs;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The generated sections of docs/simulation.md are up to date. */
class SimulationPageTest {

  private static final String PAGE = "docs/simulation.md";

  @Test
  void theTableOfOraclesIsUpToDate() throws IOException {
    Sections.assertSame(PAGE, "oracles", SimulationReference.oracles());
  }

  @Test
  void theListOfStatesIsUpToDate() throws IOException {
    Sections.assertSame(PAGE, "states", SimulationReference.states());
  }

  @Test
  void aSectionThatIsNotThereIsNamed() {
    assertThrows(AssertionError.class, () -> Sections.assertSame(PAGE, "no such", ""));
  }
}
