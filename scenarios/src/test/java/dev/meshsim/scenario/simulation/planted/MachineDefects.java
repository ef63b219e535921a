package dev.meshsim.scenario.simulation.planted;

import static dev.meshsim.scenario.simulation.planted.Change.empty;
import static dev.meshsim.scenario.simulation.planted.Change.gives;
import static dev.meshsim.scenario.simulation.planted.Change.instead;
import static dev.meshsim.scenario.simulation.planted.Change.without;

import java.util.List;
import java.util.stream.Stream;

/** The defects of machines: their secrets, their stores, and what must not differ between runs. */
final class MachineDefects {

  private static final Setting CALM = Setting.CALM;
  private static final Setting FILES = CALM.storedIn("file").meeting("machine restarted");

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
              CALM),
          new Defect(
              "a quorum of shares is taken for too few",
              "share.ShareSet",
              "of",
              new Change.Jump(9, 9, "negates the comparison with the quorum"),
              "quorum-recovers",
              CALM),
          new Defect(
              "different shares are taken for one share twice",
              "share.ShareSet",
              "of",
              new Change.Jump(7, 9, "negates the comparison of the indexes"),
              "quorum-recovers",
              CALM),
          new Defect(
              "recovered keys are not stored",
              "session.Recovery",
              "store",
              without("putInto", 2),
              "quorum-recovers",
              CALM));

  /** The things that no seed decides. */
  private static final List<Defect> REPEATABLE =
      List.of(
          new Defect(
              "requests are listed in no order",
              "portal.service.Pending",
              "page",
              instead("subList", 0, "byAddress", "lists them by their addresses in memory"),
              Defect.TWICE,
              CALM),
          new Defect(
              "a machine asks the real clock",
              "session.SessionContext",
              "now",
              instead("now", 0, "realTime", "takes the computer's time"),
              Defect.TWICE,
              CALM),
          new Defect(
              "octets are drawn from the real world",
              "world.RandomStream",
              "bytes",
              instead("nextBytes", 0, "realOctets", "draws them from the computer"),
              Defect.TWICE,
              CALM));

  /** The stores of machines. */
  private static final List<Defect> STORES =
      List.of(
          new Defect(
              "a store in memory loses what is put",
              "machine.MemoryMachineStore",
              "commit",
              without("putAll"),
              "machines-isolated",
              CALM),
          new Defect(
              "a store in memory keeps what is removed",
              "machine.MemoryMachineStore",
              "commit",
              without("forEach"),
              "machines-isolated",
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
              CALM.storedIn("file")),
          new Defect(
              "a store of files forgets the files of a record",
              "store.file.FileMachineStore",
              "commit(Ljava/util/List;Ljava/util/Map;Ljava/util/List;)V",
              without("addAll"),
              "deleted-keys",
              CALM.storedIn("file")),
          new Defect(
              "a store of files is not erased",
              "store.file.FileMachineStore",
              "eraseTest",
              without("commit"),
              "deleted-keys",
              CALM.storedIn("file")),
          new Defect(
              "a store of a registry writes nothing",
              "store.registry.RegistryMachineStore",
              "write",
              without("write"),
              "durable",
              FILES.storedIn("registry")),
          new Defect(
              "a store in a database writes nothing",
              "store.h2.SqlMachineStore",
              "commit",
              without("apply"),
              "machines-isolated",
              FILES.storedIn("h2")),
          new Defect(
              "a store clears keys that are in use",
              "machine.HeldKeys",
              "clearAllBut",
              gives("contains", Change.Value.FALSE),
              "typed-errors",
              CALM));

  /** All, in the order of the page. */
  static final List<Defect> ALL =
      Stream.of(SECRETS, STORES, REPEATABLE).flatMap(List::stream).toList();

  private MachineDefects() {}
}
