package dev.meshsim.scenario.action;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;
import dev.meshsim.machine.MeshMachine;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.profile.DeviceProfile;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.scenario.Step;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationOverview;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The actions that look at what is stored. */
final class StoredActions {

  private static final String ACCOUNT = "Account$";

  private StoredActions() {}

  static Observation stored(Stage stage, Step step) {
    Actor player = stage.actor(step);
    MeshMachine machine = player.machine();
    List<String> seen = new ArrayList<>();
    count(seen, machine, RecordKind.DEVICE, "devices");
    count(seen, machine, RecordKind.PERSONAL, "profiles");
    count(seen, machine, RecordKind.ACCOUNT, "accounts");
    count(seen, machine, RecordKind.APPLICATION, "applications");
    count(seen, machine, RecordKind.REQUEST, "requests");
    count(seen, machine, RecordKind.PRIVATE_KEY, "keys");
    boolean empty =
        Arrays.stream(RecordKind.values()).allMatch(kind -> machine.store().list(kind).isEmpty());
    if (empty) {
      seen.add("nothing");
    }
    player.session().personalSession().ifPresent(own -> profile(stage, machine, own, seen));
    return Observation.ok(seen);
  }

  private static void count(List<String> seen, MeshMachine machine, RecordKind kind, String what) {
    seen.add(machine.store().list(kind).size() + " " + what);
  }

  private static void profile(
      Stage stage, MeshMachine machine, PersonalSession own, List<String> seen) {
    if (machine.findPrivateKey(own.udf()).isPresent()) {
      seen.add("master key");
    }
    if (own.administers()) {
      seen.add("online key");
    }
    Bytes held = stage.dialect().json().write(machine.personal(own.udf()).orElseThrow());
    List<Optional<Bytes>> versions =
        stage
            .storeOf(own.account())
            .transact(tx -> tx.versions(LogName.MESH, own.udf().text(), PageRequest.all()))
            .items()
            .stream()
            .map(item -> Optional.ofNullable(item.text()))
            .toList();
    int at = versions.lastIndexOf(Optional.of(held));
    if (at >= 0) {
      seen.add("profile version " + (at + 1));
    }
    if (at >= 0 && at == versions.size() - 1) {
      seen.add("latest profile");
    }
  }

  static Observation logged(Stage stage, Step step) {
    PortalStore store = stage.storeAt(step.values().text("logged"));
    List<DataItem> mesh = store.scan(LogName.MESH, PageRequest.all()).items();
    List<DataItem> portal = store.scan(LogName.PORTAL, PageRequest.all()).items();
    List<DataItem> all = new ArrayList<>(mesh);
    all.addAll(portal);
    List<String> seen = new ArrayList<>();
    seen.add(all.size() + " records");
    seen.add(all.stream().filter(DataItem::endsTransaction).count() + " transactions");
    seen.add(mesh.size() + " in mesh");
    seen.add(portal.size() + " in portal");
    seen.add(tagged(mesh, "SignedPersonalProfile") + " personal profiles");
    seen.add(tagged(mesh, "SignedApplicationProfile") + " application profiles");
    seen.add(tagged(mesh, "OfflineEscrowEntry") + " escrow entries");
    seen.add(all.stream().filter(item -> !item.live()).count() + " deletions");
    Map<String, Boolean> accounts = new LinkedHashMap<>();
    for (DataItem item : portal) {
      if (item.primaryKey().startsWith(ACCOUNT)) {
        accounts.put(item.primaryKey().substring(ACCOUNT.length()), isOpen(item));
      }
    }
    accounts.forEach((name, open) -> seen.add((open ? "account " : "deleted account ") + name));
    return Observation.ok(seen);
  }

  private static long tagged(List<DataItem> items, String tag) {
    return items.stream()
        .flatMap(item -> Optional.ofNullable(item.text()).stream())
        .map(MeshJson::readTree)
        .filter(json -> json.has(tag))
        .count();
  }

  /** True unless the record deletes the account, or says that it was deleted. */
  private static boolean isOpen(DataItem item) {
    Bytes text = item.text();
    if (text == null) {
      return false;
    }
    JsonNode account = MeshJson.readTree(text).iterator().next();
    return account.path("Status").asString("").equals("Open");
  }

  static Observation overview(Stage stage, Step step) {
    PersonalSession personal = stage.actor(step).personal();
    String identifier = ApplicationActions.first(step, personal).text();
    ApplicationOverview overview = personal.applicationOverview(identifier);
    String stored = overview.signed().signedData().payload().utf8();
    List<String> seen = new ArrayList<>();
    stage
        .players()
        .forEach(
            (name, player) -> {
              boolean reads =
                  player.machine().devices().stream()
                      .anyMatch(device -> stored.contains(encryptionKey(stage, device)));
              seen.add(name + (reads ? " can read" : " cannot read"));
              if (overview.entry().adminDevices().stream().anyMatch(player::isDevice)) {
                seen.add(name + " can write");
              }
              if (player.isDevice(overview.signer())) {
                seen.add("signed by " + name);
              }
            });
    return Observation.ok(seen);
  }

  private static String encryptionKey(Stage stage, SignedDeviceProfile device) {
    return stage
        .dialect()
        .json()
        .read(device.signedData().payload(), DeviceProfile.class)
        .deviceEncryptionKey()
        .udf()
        .text();
  }
}
