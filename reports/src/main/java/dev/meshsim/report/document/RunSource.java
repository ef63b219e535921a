package dev.meshsim.report.document;

import dev.meshsim.report.document.template.Problems;
import java.util.Optional;

/** Runs the scenarios that templates name; one that is named several times is run once. */
@FunctionalInterface
public interface RunSource {

  /** The run of a scenario; empty if there is none, and the reason is in {@code problems} then. */
  Optional<DocumentRun> run(RunRequest request, Problems problems);
}
