package dev.meshsim.sim.hostile;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.PortalTransfer;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.world.World;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Copies of a direct portal in memory. */
record TestCopies(
    World world, String domain, Dialect dialect, PortalStore store, PortalPolicy policy)
    implements Copies {

  @Override
  public CopiedPortal open(Checkpoints checkpoints, UnaryOperator<PortalStore> view) {
    PortalStore copy = new MemoryPortalStore();
    long taken = PortalTransfer.copy(store, copy);
    MeshPortalDirect portal =
        MeshPortalDirect.open(world, domain, dialect, view.apply(copy), policy);
    return new Copy(portal, copy, store, new AtomicLong(taken));
  }

  private record Copy(
      MeshPortalDirect portal, PortalStore store, PortalStore original, AtomicLong taken)
      implements CopiedPortal {

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
      return portal.exchange(request);
    }

    @Override
    public void tend(Executor executor) {
      portal.tend(executor);
    }

    @Override
    public long records() {
      return store.tree().size();
    }

    @Override
    public void takeOver() {
      taken.set(PortalTransfer.append(original, taken.get(), store));
    }
  }
}
