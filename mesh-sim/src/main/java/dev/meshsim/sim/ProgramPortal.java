package dev.meshsim.sim;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.sim.oracle.SimEvent;
import dev.meshsim.sim.schedule.HandOver;

/** A portal as a program reaches it: it hands over before each message. */
final class ProgramPortal implements MeshPortal {

  private final SimulatedProgram program;
  private final MeshPortal portal;

  ProgramPortal(SimulatedProgram program, MeshPortal portal) {
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
  public boolean keepsLog() {
    return portal.keepsLog();
  }

  @Override
  public Bytes exchange(Bytes request) {
    program.handOver(HandOver.REQUEST);
    Bytes response = portal.exchange(request);
    program.handOver(HandOver.RESPONSE);
    program.tell(new SimEvent.Received(program.machine(), domain(), request, response));
    return response;
  }
}
