package dev.meshsim.sim.oracle.fact;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.udf.Udf;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The decisions of people about the devices of one profile. A device profile, with all its keys, is
 * accepted; a device is removed, whatever its keys are.
 */
public final class DeviceDecisions {

  private final Map<Bytes, NavigableSet<Long>> accepted = new HashMap<>();
  private final Set<Udf> removed = new HashSet<>();
  private final Set<Udf> in = new HashSet<>();

  public DeviceDecisions() {}

  /**
   * A person accepts.
   *
   * @param device the digest of the device profile
   * @param event the number of the event
   */
  public void accept(Bytes device, long event) {
    accepted.computeIfAbsent(device, digest -> new TreeSet<>()).add(event);
  }

  /** The person refused after all, since the codes differ. */
  public void refuse(long event) {
    accepted.values().forEach(events -> events.remove(event));
    accepted.values().removeIf(Set::isEmpty);
  }

  /** True if a device profile was ever accepted. */
  public boolean isAccepted(Bytes device) {
    return accepted.containsKey(device);
  }

  /** True if a device profile was accepted after an event. */
  public boolean isAcceptedAfter(Bytes device, long event) {
    return accepted.getOrDefault(device, new TreeSet<>()).higher(event) != null;
  }

  /** A device may come back. */
  public void mayReturn(Udf device) {
    removed.remove(device);
  }

  /** A device was removed. */
  public void remove(Udf device) {
    removed.add(device);
    in.remove(device);
  }

  /** A device may be removed: a person wanted it, and whether it took effect is not known. */
  public void mayLeave(Udf device) {
    in.remove(device);
  }

  /** True if a device was removed and not accepted since. */
  public boolean isRemoved(Udf device) {
    return removed.contains(device);
  }

  /** The acceptance of a device has taken effect. */
  public void isIn(Udf device) {
    in.add(device);
  }

  /** The devices that must be in the profile; a copy. */
  public Set<Udf> mustBeIn() {
    return Set.copyOf(in);
  }

  /** A portal went back: what it had of the latest decisions is not known. */
  public void forget() {
    removed.clear();
    in.clear();
  }
}
