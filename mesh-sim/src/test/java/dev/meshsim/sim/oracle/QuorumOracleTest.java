package dev.meshsim.sim.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.machine.MachineChange;
import dev.meshsim.machine.RecordKey;
import dev.meshsim.machine.RecordKind;
import dev.meshsim.share.Secret;
import dev.meshsim.share.ShareException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuorumOracleTest {

  private WatchedMesh mesh;
  private Person desktop;
  private Person tablet;

  private void live(Dialect dialect) {
    mesh = new WatchedMesh(dialect, "quorum-recovers");
    desktop = mesh.machine("desktop").withAccount(Person.ALICE);
    desktop.escrow(2, 3);
    tablet = mesh.machine("tablet");
  }

  private void recovered(String shares, List<String> sentences, Optional<Throwable> failure) {
    SimEvent.Began began =
        new SimEvent.Began("tablet", "recover", Map.of("recover", Person.ALICE, "shares", shares));
    mesh.tell(began);
    mesh.tell(new SimEvent.Ended(began, sentences, failure));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void honestSharesAreSilent(Dialect dialect) {
    live(dialect);
    assertTrue(tablet.recover(Person.ALICE, desktop, 2).get(0).startsWith("error share."));
    assertTrue(tablet.recover(Person.ALICE, desktop, 2, 2).get(0).startsWith("error share."));
    assertEquals(List.of("ok", "same profile"), tablet.recover(Person.ALICE, desktop, 3, 1));
    Person laptop = mesh.machine("laptop");
    assertEquals("ok", laptop.recover(Person.ALICE, desktop, 1, 2, 3).get(0));
    assertEquals("", mesh.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[desktop 1]",
        "desktop 1",
        "[desktop 2, desktop 2]",
        "[desktop 1, desktop 3 with a typo]",
        "[desktop 1, desktop 4]",
        "[desktop 1, tablet 2]",
        "[1, 2]",
        "[ShareRef[machine=desktop, number=1, typo=false],"
            + " ShareRef[machine=desktop, number=2, typo=true]]",
        "[]"
      })
  void aRecoveryWithTooFewSharesIsSeen(String shares) {
    live(Dialect.MESH);
    recovered(shares, List.of("ok", "same profile"), Optional.empty());
    assertTrue(mesh.text().contains("with fewer shares than the quorum"), shares);
  }

  @Test
  void aQuorumThatIsRefusedIsSeen() {
    live(Dialect.MESH);
    MeshException failure = failure();
    recovered("[desktop 1, desktop 2 with a typo]", List.of(), Optional.of(failure));
    recovered("[desktop 1]", List.of(), Optional.of(failure));
    assertEquals("", mesh.text());
    recovered("[desktop 1, desktop 2]", List.of(), Optional.of(failure));
    recovered(
        "[ShareRef[machine=desktop, number=1, typo=false],"
            + " ShareRef[machine=desktop, number=3, typo=false]]",
        List.of(),
        Optional.of(failure));
    assertEquals(2, mesh.violations().size(), mesh.text());
    assertTrue(mesh.text().contains("could not combine a quorum"), mesh.text());
  }

  private MeshException failure() {
    try (Secret secret = new Secret(desktop.escrow.keyShares().subList(0, 1))) {
      throw new IllegalStateException("one share is too few: " + secret);
    } catch (ShareException e) {
      return e;
    }
  }

  @Test
  void anotherProfileOrOtherKeysAreSeen() {
    live(Dialect.MESH);
    recovered("[desktop 1, desktop 2]", List.of("ok"), Optional.empty());
    assertTrue(mesh.text().contains("another profile than the escrowed one"), mesh.text());
    tablet.recover(Person.ALICE, desktop, 3, 1);
    assertEquals(1, mesh.violations().size(), mesh.text());
    RecordKey master = new RecordKey(RecordKind.PRIVATE_KEY, desktop.escrow.profile().text());
    mesh.watched("tablet").commit(List.of(new MachineChange.Remove(master)));
    recovered("[desktop 1, desktop 2]", List.of("ok", "same profile"), Optional.empty());
    assertTrue(mesh.text().contains("has not recovered the master key"), mesh.text());
  }
}
