package dev.meshsim.audit;

import dev.meshsim.audit.record.Generation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A statement of a signed object that was verified. */
sealed interface Fact {

  /** A device profile. */
  record Device(String identifier, KeyFact key) implements Fact {}

  /**
   * A master profile with its administration keys.
   *
   * @param generation the form of the signed object
   * @param identifier the fingerprint of the master signature key
   * @param key the master signature key
   * @param online the administration keys
   */
  record Master(Generation generation, String identifier, KeyFact key, List<KeyFact> online)
      implements Fact {

    /** Copies the list. */
    public Master {
      online = List.copyOf(online);
    }
  }

  /**
   * A personal profile.
   *
   * @param master the master profile in it
   * @param devices the device profiles in it that are verified
   * @param byDevices the identifiers of those devices that administer the profile, as until 2016
   * @param administrators for each application the fingerprints of the devices that may sign it
   */
  record Personal(
      Master master,
      List<Device> devices,
      Set<String> byDevices,
      Map<String, Set<String>> administrators)
      implements Fact {

    /** Copies the collections. */
    public Personal {
      devices = List.copyOf(devices);
      byDevices = Set.copyOf(byDevices);
      administrators = Map.copyOf(administrators);
    }

    String identifier() {
      return master.identifier();
    }
  }

  /**
   * An administration profile of 2015, in which an online signature key lists the administering
   * devices.
   *
   * @param devices their identifiers
   */
  record Administration(Set<String> devices) implements Fact {

    /** Copies the set. */
    public Administration {
      devices = Set.copyOf(devices);
    }
  }

  /**
   * A connection request.
   *
   * @param device the device that asks
   * @param parent the fingerprint of the requested profile; in 2016 the name of an account
   */
  record Request(Device device, String parent) implements Fact {}
}
