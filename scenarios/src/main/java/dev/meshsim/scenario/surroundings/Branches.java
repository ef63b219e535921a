package dev.meshsim.scenario.surroundings;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.scenario.recording.RecordedCopy;
import dev.meshsim.scenario.recording.Recording;
import dev.meshsim.sim.hostile.CopiedPortal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The branches that portals have made of their logs, in memory. */
public final class Branches implements AutoCloseable {

  private final Map<String, List<RecordedCopy>> all = new LinkedHashMap<>();

  /** Without branches at first. */
  public Branches() {}

  /**
   * Begins a branch.
   *
   * @param domain the portal's domain
   * @param source the portal's store
   * @param view gives the store as the portal sees it
   * @param opener opens the portal on a store, when somebody first sees the branch
   */
  public CopiedPortal open(
      String domain,
      Dialect dialect,
      RecordedCopy.Source source,
      UnaryOperator<PortalStore> view,
      Function<PortalStore, MeshPortalDirect> opener,
      Recording recording) {
    PortalStore store = new MemoryPortalStore();
    RecordedCopy branch = new RecordedCopy(domain, dialect, source, store, view, opener, recording);
    all.computeIfAbsent(domain, none -> new ArrayList<>()).add(branch);
    return branch;
  }

  /** The store of a portal, and those of its branches, oldest first. */
  public List<PortalStore> histories(String domain, PortalStore own) {
    List<PortalStore> stores = new ArrayList<>(List.of(own));
    all.getOrDefault(domain, List.of()).forEach(branch -> stores.add(branch.store()));
    return stores;
  }

  @Override
  public void close() {
    all.values().forEach(branches -> branches.forEach(RecordedCopy::close));
  }
}
