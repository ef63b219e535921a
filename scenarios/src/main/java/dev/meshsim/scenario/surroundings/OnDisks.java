package dev.meshsim.scenario.surroundings;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.scenario.recording.PortalLink;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Surroundings whose stores are on simulated disks; all else is as in others. */
public final class OnDisks implements Surroundings {

  private final Surroundings others;
  private final Disks disks;

  /**
   * Puts stores on disks.
   *
   * @param kind the name of a store for which {@link Disks#have} is true
   */
  public OnDisks(Surroundings others, String kind) {
    this.others = others;
    this.disks = new Disks(kind);
  }

  @Override
  public PortalStore openPortal(SeededWorld world, int number) {
    return disks.openPortal(world, number);
  }

  @Override
  public PortalStore openEmptyPortal(SeededWorld world, int number) {
    return disks.openEmptyPortal(world, number);
  }

  @Override
  public void begin(SeededWorld world, PortalStore first) {
    others.begin(world, first);
  }

  @Override
  public MeshMachine openMachine(World world, String name) {
    return disks.openMachine(world, name);
  }

  @Override
  public MeshMachine restart(World world, MeshMachine machine, boolean killed) {
    return disks.restart(world, machine, killed);
  }

  @Override
  public Map<Path, Bytes> files(String machine) {
    return disks.files(machine);
  }

  @Override
  public Optional<Disks> disks() {
    return Optional.of(disks);
  }

  @Override
  public void besideMachine(String name, Runnable work) {
    disks.of(name).undisturbed(work);
  }

  @Override
  public void besidePortal(int number, Runnable work) {
    disks.ofPortal(number).undisturbed(work);
  }

  @Override
  public PortalLink link() {
    return others.link();
  }

  @Override
  public boolean records() {
    return others.records();
  }
}
