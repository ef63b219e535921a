package dev.meshsim.scenario.simulation.planted;

import static dev.meshsim.scenario.simulation.planted.Change.empty;
import static dev.meshsim.scenario.simulation.planted.Change.instead;
import static dev.meshsim.scenario.simulation.planted.Change.not;
import static dev.meshsim.scenario.simulation.planted.Change.returns;
import static dev.meshsim.scenario.simulation.planted.Change.skip;
import static dev.meshsim.scenario.simulation.planted.Change.without;

import java.util.List;
import java.util.stream.Stream;

/** The table of planted defects. */
final class DefectTable {

  private static final Setting CALM = Setting.CALM;
  private static final Setting RESTARTS = CALM.meeting("portal restarted");
  private static final Setting GARBLED = CALM.meeting("answer garbled,request garbled");

  /** The places where a portal decides and stores. */
  private static final List<Defect> PORTAL =
      List.of(
          new Defect(
              "a portal does not store profiles",
              "portal.service.ProfileStoring",
              "put",
              without("put", 1),
              "portal-durable",
              RESTARTS),
          new Defect(
              "a portal does not store applications",
              "portal.service.PublishRules",
              "publishApplication",
              without("put"),
              "portal-durable",
              RESTARTS),
          new Defect(
              "a portal does not store accounts",
              "portal.service.AccountRules",
              "put",
              without("put"),
              "portal-durable",
              RESTARTS),
          new Defect(
              "a portal does not store requests",
              "portal.service.PendingRecords",
              "put",
              without("put"),
              "portal-durable",
              RESTARTS),
          new Defect(
              "a portal does not store answers to requests",
              "portal.service.CompletionRules",
              "complete",
              without("put", 2),
              "portal-durable",
              RESTARTS),
          new Defect(
              "a portal does not store escrow entries",
              "portal.service.EscrowRules",
              "publish",
              without("put", 3),
              "portal-durable",
              RESTARTS),
          new Defect(
              "a portal takes each version for the stored one",
              "portal.service.ProfileStoring",
              "isStored",
              returns(Change.Value.TRUE),
              "portal-durable",
              RESTARTS),
          new Defect(
              "a portal in memory stores nothing",
              "log.memory.StoreEngine$Snapshots",
              "commit",
              without("append"),
              "portal-durable",
              RESTARTS));

  /** The checks of clients, and what they remember. */
  private static final List<Defect> CLIENT =
      List.of(
          new Defect(
              "an older profile is taken",
              "session.SessionContext",
              "requireLater",
              empty(),
              "versions-forward",
              CALM.meeting("portal restored,answer of another,answer late")),
          new Defect(
              "the comparison of an older profile is the wrong way round",
              "session.SessionContext",
              "requireLater",
              not("isLaterThan"),
              "versions-forward",
              CALM.meeting("portal restored,answer of another,answer late")),
          new Defect(
              "equal codes are taken for different ones",
              "profile.trust.ConnectionAuthenticator",
              "matches",
              not("equals"),
              "codes-compare",
              CALM),
          new Defect(
              "no signature is verified",
              "profile.trust.ProfileVerifier",
              "verify",
              empty(),
              "codes-compare",
              GARBLED),
          new Defect(
              "a fetched profile is not stored",
              "session.CatchUp",
              "take",
              empty(),
              "machines-converge",
              CALM),
          new Defect(
              "a published profile is not stored",
              "session.ProfileUpdate",
              "publish(Ldev/meshsim/profile/PersonalProfile;"
                  + "Ldev/meshsim/profile/SignedPersonalProfile;)"
                  + "Ldev/meshsim/profile/trust/VerifiedPersonalProfile;",
              without("store"),
              "devices-decided",
              CALM),
          new Defect(
              "a removed device stays in the profile",
              "session.DeviceRemoval",
              "leave",
              skip("withoutDevice", 1),
              "devices-decided",
              CALM),
          new Defect(
              "an application is encrypted for a key that nobody has",
              "session.application.ApplicationVault",
              "recipient",
              instead("text", 0, "nobody", "names another key"),
              "removed-reads-nothing",
              CALM),
          new Defect(
              "all devices leave the profile with one",
              "profile.PersonalProfile",
              "withoutDevice",
              instead("removeIf", 0, "removeAll", "removes all devices"),
              "devices-decided",
              CALM),
          new Defect(
              "a rejection is sent as an acceptance",
              "session.ConnectionApproval",
              "close",
              new Change.Jump(1, 2, "negates the first condition"),
              "devices-decided",
              CALM),
          new Defect(
              "the failure of a transport has no code",
              "portal.PortalCalls",
              "reach",
              instead("unreachable", 0, "untyped", "throws what is no error of the program"),
              "typed-errors",
              CALM.meeting("portal away")));

  /** Those of dialect {@code mesh}. */
  private static final List<Defect> MESH =
      Stream.of(
              PORTAL,
              CLIENT,
              MachineDefects.ALL,
              DiskDefects.ALL,
              ForgedDefects.ALL,
              LogDefects.ALL)
          .flatMap(List::stream)
          .toList();

  /** The names of those that are planted in dialect {@code portal-2017} too. */
  private static final List<String> IN_BOTH = List.of("all machines draw the same random octets");

  /** All, in the order of the page. */
  static final List<Defect> ALL =
      Stream.concat(
              MESH.stream(),
              MESH.stream()
                  .filter(defect -> IN_BOTH.contains(defect.name()))
                  .map(defect -> defect.in("portal-2017")))
          .toList();

  /** Some of each kind that the first seeds show. */
  static final List<Defect> QUICK =
      ALL.stream()
          .filter(
              defect ->
                  List.of(
                          "a portal does not store accounts",
                          "equal codes are taken for different ones",
                          "the failure of a transport has no code",
                          "a request has the key that signs it",
                          "all machines draw the same random octets",
                          "a store in memory loses what is put",
                          "every request has one nonce",
                          "a result need not be of a device in the profile",
                          "a machine asks the real clock")
                      .contains(defect.name()))
          .toList();

  private DefectTable() {}
}
