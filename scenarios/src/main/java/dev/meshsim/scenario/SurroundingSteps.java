package dev.meshsim.scenario;

import static dev.meshsim.scenario.StepKind.step;

import java.util.List;

/** The steps about what surrounds a Mesh: time, restarts, portals that cannot be reached. */
final class SurroundingSteps {

  static final List<StepKind> ROWS =
      List.of(
          step("wait", ValueType.DURATION, "World.advance(time)", "Lets time pass.")
              .uses(Need.CLOCK)
              .row(),
          step(
                  "restart",
                  ValueType.ACTOR,
                  "new MeshSession(machine)",
                  "Stops the machine's program, closes its store, and starts it again.")
              .loses(Possession.PENDING)
              .loses(Possession.APPLICATION)
              .stops()
              .row(),
          step(
                  "restartPortal",
                  ValueType.PORTAL,
                  "MeshPortalDirect.open(domain, store)",
                  "Stops the portal, closes its store, and starts it again.")
              .stops()
              .row(),
          step(
                  "away",
                  ValueType.PORTAL,
                  "MeshPortal.exchange(request)",
                  "From now on no request reaches the portal.")
              .uses(Need.FAULT)
              .row(),
          step(
                  "back",
                  ValueType.PORTAL,
                  "MeshPortal.exchange(request)",
                  "From now on requests reach the portal again.")
              .uses(Need.FAULT)
              .row(),
          step(
                  "fault",
                  ValueType.FAULT,
                  "MeshPortal.exchange(request)",
                  "Plans a fault of the machine's next exchange. The case fails if it never happens.")
              .may("of", ValueType.TRANSACTION, "waits for this transaction; any if left out")
              .may("portal", ValueType.PORTAL, "waits for this portal; any if left out")
              .uses(Need.FAULT)
              .row(),
          step(
                  "clock",
                  ValueType.CLOCK,
                  "World.now()",
                  "Sets the machine's clock: ahead of the portals' clocks, behind them, or right.")
              .uses(Need.CLOCK)
              .row());

  private SurroundingSteps() {}
}
