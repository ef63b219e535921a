package dev.meshsim.audit;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys, and the verified roles of their owners, in all files of one verification. Thread-safe.
 * Entries are only added, so a role once found remains valid whatever the order in which threads
 * add. The size is proportional to the number of keys and of listed administrators.
 */
final class KnownSigners {

  private final Map<String, KeyFact> keys = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> profilesOfDevice = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> profilesByDevice = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> profilesOfOnlineKey = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> profilesAsked = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Set<String>>> administrators = new ConcurrentHashMap<>();
  private final Set<String> profiles = ConcurrentHashMap.newKeySet();

  /** Adds a key of any use, if its fingerprint matches. */
  void add(KeyFact key) {
    if (key.matches()) {
      keys.putIfAbsent(key.udf(), key);
    }
  }

  /** Adds a verified personal profile. */
  void add(Fact.Personal personal) {
    String profile = personal.identifier();
    for (Fact.Device device : personal.devices()) {
      put(profilesOfDevice, device.key().udf(), profile);
      if (personal.byDevices().contains(device.identifier())) {
        put(profilesByDevice, device.key().udf(), profile);
      }
    }
    for (KeyFact online : personal.master().online()) {
      if (online.matches()) {
        put(profilesOfOnlineKey, online.udf(), profile);
      }
    }
    personal
        .administrators()
        .forEach(
            (application, devices) -> {
              Map<String, Set<String>> all =
                  administrators.computeIfAbsent(application, a -> new ConcurrentHashMap<>());
              devices.forEach(device -> put(all, device, profile));
            });
    profiles.add(profile);
  }

  /** Records that a device asked this profile to be connected. */
  void addRequest(String device, String profile) {
    put(profilesAsked, device, profile);
  }

  private static void put(Map<String, Set<String>> map, String key, String value) {
    map.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet()).add(value);
  }

  @Nullable KeyFact key(String udf) {
    return keys.get(udf);
  }

  Set<String> profilesOfDevice(String udf) {
    return copy(profilesOfDevice, udf);
  }

  /** The profiles that this device administers by the rules until 2016. */
  Set<String> profilesByDevice(String udf) {
    return copy(profilesByDevice, udf);
  }

  Set<String> profilesOfOnlineKey(String udf) {
    return copy(profilesOfOnlineKey, udf);
  }

  Set<String> profilesAsked(String device) {
    return copy(profilesAsked, device);
  }

  /** The profiles in which this device may sign the application. */
  Set<String> profilesAdministered(String application, String device) {
    return copy(administrators.getOrDefault(application, Map.of()), device);
  }

  boolean knowsProfile(String profile) {
    return profiles.contains(profile);
  }

  private static Set<String> copy(Map<String, Set<String>> map, String key) {
    Set<String> values = map.get(key);
    return values == null ? new TreeSet<>() : new TreeSet<>(values);
  }
}
