package dev.meshsim.sim;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.sim.oracle.SimEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * A portal behind the faults of a machine's messages; it tells of each exchange that reaches it.
 */
final class WitnessedPortal implements MeshPortal {

  private final SimulatedProgram program;
  private final MeshPortal portal;
  private final Supplier<Reach> reach;

  WitnessedPortal(SimulatedProgram program, MeshPortal portal, Supplier<Reach> reach) {
    this.program = program;
    this.portal = portal;
    this.reach = reach;
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
    if (reach.get() == Reach.NOTHING) {
      throw new UncheckedIOException(new IOException("the portal is away"));
    }
    Bytes response;
    try {
      response = portal.exchange(request);
    } catch (UncheckedIOException e) {
      // It was killed while it acted, and may have acted before.
      program.tell(new SimEvent.Exchanged(program.machine(), domain(), request, Bytes.EMPTY));
      throw e;
    }
    program.tell(new SimEvent.Exchanged(program.machine(), domain(), request, response));
    if (reach.get() == Reach.REQUESTS_ONLY) {
      throw new UncheckedIOException(new IOException("the portal's responses do not arrive"));
    }
    return response;
  }
}
