package dev.meshsim.scenario.action;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.MeshException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalException;
import dev.meshsim.profile.trust.Administrators;
import dev.meshsim.profile.trust.VerifiedPersonalProfile;
import dev.meshsim.protocol.Status;
import dev.meshsim.protocol.ValidateResponse;
import dev.meshsim.scenario.Step;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The actions on a machine and its personal profile. */
final class MachineActions {

  private MachineActions() {}

  static Observation eraseTest(Stage stage, Step step) {
    stage.actor(step).session().eraseTest();
    return Observation.ok();
  }

  static Observation validate(Stage stage, Step step) {
    ValidateResponse response =
        stage.actor(step).session().validate(step.values().text("validate"));
    return Observation.ok(Boolean.TRUE.equals(response.valid()) ? "valid" : "not valid");
  }

  static Observation createDevice(Stage stage, Step step) {
    Actor player = stage.actor(step);
    Optional<String> id = step.values().optionalText("id");
    Optional<String> description = step.values().optionalText("description");
    DeviceRegistration device =
        id.isEmpty() && description.isEmpty()
            ? player.session().createDevice()
            : player.session().createDevice(id.orElse(step.actor()), description.orElse(""));
    player.made(device);
    return Observation.ok();
  }

  static Observation createAccount(Stage stage, Step step) {
    Actor player = stage.actor(step);
    PersonalProfile profile = new PersonalProfile(player.device().deviceProfile());
    player.made(player.session().createAccount(step.values().text("createAccount"), profile));
    return Observation.ok();
  }

  static Observation delete(Stage stage, Step step) {
    stage.actor(step).personal().delete();
    return Observation.ok();
  }

  static Observation deleteAccount(Stage stage, Step step) {
    stage.actor(step).personal().deleteAccount();
    return Observation.ok();
  }

  static Observation transfer(Stage stage, Step step) {
    PersonalSession session = stage.actor(step).personal();
    var records =
        (stage.portals().proveTransfers() ? session.provedTransfer() : session.transfer())
            .dataItems();
    return Observation.ok((records == null ? 0 : records.size()) + " records");
  }

  static Observation refresh(Stage stage, Step step) {
    VerifiedPersonalProfile profile = stage.actor(step).personal().refresh();
    Administrators administrators = Administrators.of(profile);
    List<String> seen = new ArrayList<>();
    seen.add(profile.devices().size() + " devices");
    seen.add(profile.profile().applications().size() + " applications");
    seen.add(administrators.all().size() + " administrators");
    stage
        .toldOf(step)
        .forEach(
            (name, player) -> {
              boolean listed = profile.devices().keySet().stream().anyMatch(player::isDevice);
              seen.add((listed ? "device " : "no device ") + name);
              if (administrators.devices().stream().anyMatch(player::isDevice)) {
                seen.add("administrator " + name);
              }
            });
    return Observation.ok(seen);
  }

  static Observation exchange(Stage stage, Step step) {
    String domain = step.values().optionalText("portal").orElseGet(() -> stage.portal().domain());
    Bytes request = Bytes.utf8(step.values().text("exchange"));
    Bytes response = sent(stage.environment(step.actor()).portal(domain), request);
    int status = statusOf(response);
    return Status.isSuccess(status)
        ? Observation.ok("status " + status)
        : Observation.otherwise("refused " + status, "status " + status);
  }

  private static Bytes sent(MeshPortal portal, Bytes request) {
    try {
      return portal.exchange(request);
    } catch (UncheckedIOException e) {
      throw PortalException.unreachable(portal.domain(), e);
    }
  }

  /** The status in a response; 0 if it has none. */
  static int statusOf(Bytes response) {
    try {
      JsonNode json = MeshJson.readTree(response);
      return json.isObject() && json.size() == 1
          ? json.iterator().next().path("Status").intValue(0)
          : 0;
    } catch (MeshException e) {
      return 0;
    }
  }
}
