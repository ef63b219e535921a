package dev.meshsim.audit;

import dev.meshsim.audit.record.Generation;
import dev.meshsim.audit.record.JsonMembers;
import dev.meshsim.audit.record.ProblemKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds which keys may sign a payload, from its members and the verified objects inside it. */
final class RoleFinder {

  private static final String IDENTIFIER = "Identifier";

  /** The prefix of the identifiers of personal profiles in 2015. */
  private static final String CURRENT = "Current-";

  private final String outer;
  private final ObjectNode inner;
  private final Scope scope;

  private RoleFinder(String outer, ObjectNode inner, Scope scope) {
    this.outer = outer;
    this.inner = inner;
    this.scope = scope;
  }

  /**
   * Finds the keys that may sign.
   *
   * @param outer the member {@code Identifier} beside the signed data
   * @param tag the payload's tag
   * @param inner the payload's members
   * @param scope the keys and facts inside the payload
   * @param around the keys and facts beside the object, as far as it was read
   */
  static Role of(String outer, String tag, ObjectNode inner, Scope scope, Scope around) {
    RoleFinder roles = new RoleFinder(outer, inner, scope);
    return switch (tag) {
      case "DeviceProfile" -> roles.device();
      case "MasterProfile", "PersonalMasterProfile" -> roles.master();
      case "PersonalProfile", "PersonalCurrentProfile" -> roles.personal();
      case "AdministrationProfile" -> roles.administration(around.master());
      case "ConnectionRequest" -> roles.request();
      case "ConnectionResult" -> roles.result();
      default -> tag.endsWith("Profile") ? roles.application() : new Role.Unknown();
    };
  }

  private String identifier() {
    return JsonMembers.textOr(inner, IDENTIFIER);
  }

  private boolean sameIdentifier() {
    return !outer.isEmpty() && outer.equals(identifier());
  }

  private static Role misnamed(String what) {
    return new Role.Nobody(ProblemKind.IDENTIFIER_MISMATCH, what);
  }

  private static Role broken(String what) {
    return new Role.Nobody(ProblemKind.CHAIN_BROKEN, what);
  }

  private Role device() {
    KeyFact key = scope.key(inner.get("DeviceSignatureKey"));
    if (key == null) {
      return broken("it has no DeviceSignatureKey");
    }
    if (!sameIdentifier() || !key.isNamed(identifier())) {
      return misnamed("its identifier is not the fingerprint of its DeviceSignatureKey");
    }
    return new Role.Keys(List.of(key), new Fact.Device(identifier(), key));
  }

  private Role master() {
    KeyFact key = scope.key(inner.get("MasterSignatureKey"));
    if (key == null) {
      return broken("it has no MasterSignatureKey");
    }
    if (!sameIdentifier() || !key.isNamed(identifier())) {
      return misnamed("its identifier is not the fingerprint of its MasterSignatureKey");
    }
    List<KeyFact> online = new ArrayList<>();
    for (JsonNode each : elements("OnlineSignatureKeys")) {
      KeyFact found = scope.key(each);
      if (found != null) {
        online.add(found);
      }
    }
    return new Role.Keys(
        List.of(key), new Fact.Master(scope.generation(), identifier(), key, online));
  }

  private Role personal() {
    if (scope.generation() == Generation.Y2015 && !inner.has("SignedMasterProfile")) {
      return withoutMaster();
    }
    if (!(scope.fact(inner.get("SignedMasterProfile")) instanceof Fact.Master master)) {
      return broken("its master profile does not verify");
    }
    if (!sameIdentifier() || !isProfileOf(master)) {
      return misnamed("its identifier is not that of its master profile");
    }
    List<Fact.Device> devices = new ArrayList<>();
    for (JsonNode each : elements("Devices")) {
      if (scope.fact(each) instanceof Fact.Device device) {
        devices.add(device);
      }
    }
    JsonNode signed = inner.get("SignedAdministrationProfile");
    if (signed != null && !(scope.fact(signed) instanceof Fact.Administration)) {
      return broken("its administration profile does not verify");
    }
    Fact.Personal personal =
        new Fact.Personal(master, devices, byDevices(master, devices), administrators());
    List<KeyFact> keys = approvers(personal);
    keys.add(master.key());
    return new Role.Keys(keys, personal);
  }

  /** The role of a personal profile of August 2015: one of its devices signed it. */
  private Role withoutMaster() {
    if (!sameIdentifier()) {
      return misnamed("its identifier is not that of the profile in it");
    }
    List<KeyFact> devices = new ArrayList<>();
    for (JsonNode each : elements("Devices")) {
      if (scope.fact(each) instanceof Fact.Device device) {
        devices.add(device.key());
      }
    }
    return new Role.Unproven(
        devices, "a device in it signed it, and no master profile says that it may");
  }

  private boolean isProfileOf(Fact.Master master) {
    String prefix = scope.generation() == Generation.Y2015 ? CURRENT : "";
    return identifier().equals(prefix + master.identifier());
  }

  /**
   * The devices that administer the profile: in 2015 those that its administration profile lists,
   * in 2016 all. The master profile must be of these years too: otherwise an attacker could put a
   * device beside a later master profile and sign in the old form.
   */
  private Set<String> byDevices(Fact.Master master, List<Fact.Device> devices) {
    Set<String> administering = new LinkedHashSet<>();
    if (scope.generation().devicesAdminister() && master.generation().devicesAdminister()) {
      devices.forEach(device -> administering.add(device.identifier()));
      if (scope.fact(inner.get("SignedAdministrationProfile"))
          instanceof Fact.Administration administration) {
        administering.retainAll(administration.devices());
      }
    }
    return administering;
  }

  /** The role of an administration profile of 2015, signed by an online signature key. */
  private Role administration(Fact.@Nullable Master master) {
    if (master == null) {
      return broken("there is no verified master profile beside it");
    }
    Set<String> devices = new LinkedHashSet<>();
    for (JsonNode entry : elements("Entries")) {
      devices.add(JsonMembers.textOr(entry, "UDF"));
    }
    return new Role.Keys(master.online(), new Fact.Administration(devices));
  }

  private static List<KeyFact> approvers(Fact.Personal personal) {
    List<KeyFact> keys = new ArrayList<>(personal.master().online());
    for (Fact.Device device : personal.devices()) {
      if (personal.byDevices().contains(device.identifier())) {
        keys.add(device.key());
      }
    }
    return keys;
  }

  private Map<String, Set<String>> administrators() {
    Map<String, Set<String>> administrators = new LinkedHashMap<>();
    for (JsonNode entry : elements("Applications")) {
      String application = JsonMembers.text(entry, IDENTIFIER);
      if (application != null) {
        Set<String> devices =
            administrators.computeIfAbsent(application, a -> new LinkedHashSet<>());
        devices.addAll(texts(entry.get("AdminDeviceUDF")));
        devices.addAll(texts(entry.get("SignID")));
      }
    }
    return administrators;
  }

  private Role request() {
    if (!(scope.fact(inner.get("Device")) instanceof Fact.Device device)) {
      return broken("the device profile in it does not verify");
    }
    if (!device.identifier().equals(outer)) {
      return misnamed("its identifier is not that of the device in it");
    }
    return new Role.Keys(
        List.of(device.key()), new Fact.Request(device, JsonMembers.textOr(inner, "ParentUDF")));
  }

  private Role result() {
    ObjectNode device = JsonMembers.object(inner, "Device");
    if (device == null || !outer.equals(JsonMembers.text(device, IDENTIFIER))) {
      return misnamed("its identifier is not that of the device in it");
    }
    String parent = JsonMembers.text(inner, "ParentUDF");
    ObjectNode profile = JsonMembers.object(inner, "Profile");
    if (profile == null) {
      return new Role.Elsewhere(Claim.Kind.RESULT, outer, parent);
    }
    String tag = JsonMembers.tag(profile);
    if (tag == null || !(scope.fact(profile.get(tag)) instanceof Fact.Personal personal)) {
      return broken("the personal profile in it does not verify");
    }
    if (parent != null && !parent.equals(personal.identifier())) {
      return misnamed("its ParentUDF is not that of the profile in it");
    }
    return new Role.Approvers(approvers(personal));
  }

  private Role application() {
    return sameIdentifier()
        ? new Role.Elsewhere(Claim.Kind.APPLICATION, outer, null)
        : misnamed("its identifier is not that of the profile in it");
  }

  private Iterable<JsonNode> elements(String name) {
    JsonNode list = inner.get(name);
    return list != null && list.isArray() ? list : List.of();
  }

  private static List<String> texts(@Nullable JsonNode list) {
    List<String> texts = new ArrayList<>();
    if (list != null && list.isArray()) {
      for (JsonNode each : list) {
        if (each.isString()) {
          texts.add(each.stringValue());
        }
      }
    }
    return texts;
  }
}
