package dev.meshsim.sim;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.sim.oracle.SimEvent;

/**
 * A portal behind the faults of a machine's messages; it tells of each exchange that reaches it.
 */
final class WitnessedPortal implements MeshPortal {

  private final SimulatedProgram program;
  private final MeshPortal portal;

  WitnessedPortal(SimulatedProgram program, MeshPortal portal) {
    this.program = program;
    this.portal = portal;
  }

  @Override
  public String domain() {
    return portal.domain();
  }

  @Override
  public Dialect dialect() {
    return portal.dialect();
  }

  @Override
  public Bytes exchange(Bytes request) {
    Bytes response = portal.exchange(request);
    program.tell(new SimEvent.Exchanged(program.machine(), domain(), request, response));
    return response;
  }
}
