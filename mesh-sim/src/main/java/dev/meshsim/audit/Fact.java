package dev.meshsim.audit;

import dev.meshsim.audit.record.Generation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known from a signed object that verifies. */
sealed interface Fact {

  /** A device profile. */
  record Device(String identifier, KeyFact key) implements Fact {}

  /**
   * A master profile with its administration keys.
   *
   * @param generation the form in which it is signed
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
   * @param devices the devices in it that verify themselves
   * @param byDevices the identifiers of those among them that administer it
   * @param administrators for each application the devices that may sign it
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
   * An administration profile of 2015: an online signature key says which devices administer.
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
   * @param device which asks
   * @param parent what it asks: the fingerprint of a profile, in 2016 the name of an account
   */
  record Request(Device device, String parent) implements Fact {}
}
