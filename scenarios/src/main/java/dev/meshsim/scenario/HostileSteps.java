package dev.meshsim.scenario;

import static dev.meshsim.scenario.StepKind.step;

import java.util.List;

/** The steps that make a portal lie, and be honest again. */
final class HostileSteps {

  static final List<StepKind> ROWS =
      List.of(
          step(
                  "hostile",
                  ValueType.PORTAL,
                  "MeshPortal.exchange(request)",
                  "From now on the portal lies. The case fails if it never comes to that.")
              .with("as", ValueType.LIE, "the lie; see docs/threats.md")
              .may("to", ValueType.MACHINE, "the machine that is lied to; all if left out")
              .uses(Need.FAULT)
              .row(),
          step(
                  "honest",
                  ValueType.PORTAL,
                  "MeshPortal.exchange(request)",
                  "From now on the portal does not lie.")
              .may("as", ValueType.LIE, "the lie that ends; all if left out")
              .may("to", ValueType.MACHINE, "the machine that this lie was told to only")
              .uses(Need.FAULT)
              .row());

  private HostileSteps() {}
}
