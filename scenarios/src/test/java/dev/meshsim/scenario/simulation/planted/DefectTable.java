package dev.meshsim.scenario.simulation.planted;

import static dev.meshsim.scenario.simulation.planted.Change.empty;
import static dev.meshsim.scenario.simulation.planted.Change.instead;
import static dev.meshsim.scenario.simulation.planted.Change.returns;
import static dev.meshsim.scenario.simulation.planted.Change.skip;
import static dev.meshsim.scenario.simulation.planted.Change.without;

import java.util.List;
import java.util.stream.Stream;

/** The table of planted defects. */
final class DefectTable {

  private static final Setting CALM = Setting.CALM;
  private static final Setting RESTARTS = CALM.meeting("portal restarted");
  private static final Setting GARBLED = CALM.meeting("answer garbled");
  private static final Setting FILES = CALM.storedIn("file").meeting("machine restarted");

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
              "a portal takes each version for the stored one",
              "portal.service.ProfileStoring",
              "isStored",
              returns(Change.Value.TRUE),
              "devices-decided",
              CALM));

  /** What clients check and remember. */
  private static final List<Defect> CLIENT =
      List.of(
          new Defect(
              "an older profile is taken",
              "session.CatchUp",
              "requireLater",
              empty(),
              "versions-forward",
              CALM.meeting("portal restored,answer of another,answer late")),
          new Defect(
              "the signature of a profile is not verified",
              "profile.trust.PersonalCheck",
              "verified",
              without("verify"),
              "profile-chain",
              GARBLED),
          new Defect(
              "no signature is verified",
              "profile.trust.ProfileVerifier",
              "verify",
              empty(),
              "codes-compare",
              GARBLED),
          new Defect(
              "the signer of an object may be anyone",
              "profile.trust.ProfileVerifier",
              "onlySignedBy",
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
              "a rejection is sent as an acceptance",
              "session.ConnectionApproval",
              "close",
              new Change.Jump(1, 2, "negates the first condition"),
              "typed-errors",
              CALM),
          new Defect(
              "the failure of a transport has no code",
              "portal.PortalCalls",
              "reach",
              instead("unreachable", 0, "untyped", "throws what is no error of the program"),
              "typed-errors",
              CALM.meeting("portal away")));

  /** Secrets and random octets. */
  private static final List<Defect> SECRETS =
      List.of(
          new Defect(
              "content is not encrypted",
              "jose.cipher.AesGcm",
              "encrypt",
              instead("doFinal", 0, "plain", "takes the plaintext for the ciphertext"),
              "secrets",
              CALM),
          new Defect(
              "a request has the key that signs it",
              "protocol.RequestEnvelope",
              "seal",
              instead("header", 0, "keyInHeader", "puts the private key into the header"),
              "secrets",
              CALM),
          new Defect(
              "all machines draw the same random octets",
              "world.SeededWorld",
              "stream",
              instead("getBytes", 1, "oneMachine", "leaves the machine's name out of the stream's"),
              "machines-isolated",
              CALM));

  /** The stores of machines. */
  private static final List<Defect> STORES =
      List.of(
          new Defect(
              "a store in memory loses what is put",
              "machine.MemoryMachineStore",
              "commit",
              without("putAll"),
              "durable",
              CALM),
          new Defect(
              "a store in memory keeps what is removed",
              "machine.MemoryMachineStore",
              "commit",
              without("forEach"),
              "deleted-keys",
              CALM),
          new Defect(
              "a store in memory is not erased",
              "machine.MemoryMachineStore",
              "eraseTest",
              without("clear"),
              "deleted-keys",
              CALM),
          new Defect(
              "a deleted profile leaves its keys",
              "session.ProfileRemoval",
              "removeKeys",
              empty(),
              "deleted-keys",
              CALM),
          new Defect(
              "a store of files writes nothing",
              "store.file.FileMachineStore",
              "commit(Ljava/util/List;Ljava/util/Map;Ljava/util/List;)V",
              without("write"),
              "durable",
              FILES),
          new Defect(
              "a store of files does not delete",
              "store.file.Journal",
              "finish",
              without("delete", 1),
              "deleted-keys",
              FILES),
          new Defect(
              "a store of files forgets the files of a record",
              "store.file.FileMachineStore",
              "commit(Ljava/util/List;Ljava/util/Map;Ljava/util/List;)V",
              without("addAll"),
              "deleted-keys",
              FILES));

  /** All, in the order of the page. */
  static final List<Defect> ALL =
      Stream.of(PORTAL, CLIENT, SECRETS, STORES).flatMap(List::stream).toList();

  /** Some of each kind that the first seeds show. */
  static final List<Defect> QUICK =
      ALL.stream()
          .filter(
              defect ->
                  List.of(
                          "a portal does not store accounts",
                          "an older profile is taken",
                          "the failure of a transport has no code",
                          "content is not encrypted",
                          "all machines draw the same random octets",
                          "a store in memory loses what is put",
                          "a store in memory is not erased")
                      .contains(defect.name()))
          .toList();

  private DefectTable() {}
}
