package dev.meshsim.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.jose.JsonWebSignature;
import dev.meshsim.jose.Jws;
import dev.meshsim.jose.Suite;
import dev.meshsim.json.MeshJson;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.protect.PortalKeys;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Statements in evidence that do not lead from one key of a log to another. */
class ForgedChainTest extends KeyChangeScene {

  private static void refused(ForkEvidence fork, List<Bytes> statements) {
    Failing.with(
        Code.NO_EVIDENCE,
        () ->
            new ForkEvidence(fork.key(), fork.older(), fork.newer(), fork.path(), statements)
                .judge());
  }

  @Test
  void aChainThatDoesNotHoldIsNotBelieved() {
    ForkEvidence fork = fork(2);
    List<Bytes> right = Objects.requireNonNull(fork.statements());
    List<Bytes> gap = List.of(right.get(0), right.get(2));
    refused(fork, gap);
    List<Bytes> backwards = new ArrayList<>(right);
    Collections.reverse(backwards);
    refused(fork, backwards);
    refused(fork, List.of(right.get(0), right.get(2), right.get(1)));
    refused(fork, right.subList(0, 2));
    refused(fork, right.subList(1, 3));
    refused(fork, List.of());
    refused(fork, List.of(right.get(0), right.get(0), right.get(1), right.get(2)));
    PortalKeyring others = new PortalKeyring(world, "other.example", new MemoryPortalStore());
    others.logSigner();
    others.change(Suite.ED25519);
    refused(fork, others.change(Suite.ED25519).shown());
    List<Bytes> mixed = new ArrayList<>(right);
    mixed.set(1, others.current().shown().get(1));
    refused(fork, mixed);
  }

  /** Statements of one portal's name by keys of somebody else's. */
  @Test
  void aWrongSignatureIsNotBelieved() {
    ForkEvidence fork = fork(1);
    List<Bytes> right = Objects.requireNonNull(fork.statements());
    PortalKeyring namesake = new PortalKeyring(world, DOMAIN, new MemoryPortalStore());
    namesake.logSigner();
    namesake.change(Suite.ED25519);
    refused(fork, List.of(right.get(0), namesake.current().shown().get(1)));
    JsonWebSignature newer = Jws.fromJson(right.get(0));
    var signatures = new ArrayList<>(newer.signatures());
    signatures.remove(1);
    refused(
        fork,
        List.of(MeshJson.write(new JsonWebSignature(newer.payload(), signatures)), right.get(1)));
    JsonWebSignature other = Jws.fromJson(namesake.current().shown().get(0));
    signatures.add(other.signatures().get(1));
    refused(
        fork,
        List.of(MeshJson.write(new JsonWebSignature(newer.payload(), signatures)), right.get(1)));
  }

  /**
   * Somebody else adds a signature of his own to a portal's statement, so that it seems to follow
   * his; then he could sign another history of the log. The statement does not name his.
   */
  @Test
  void nobodyPutsHisKeysBeforeThoseOfAPortal() {
    ForkEvidence fork = fork(1);
    List<Bytes> right = Objects.requireNonNull(fork.statements());
    PortalKeys his = new PortalKeyring(world, DOMAIN, new MemoryPortalStore()).current();
    JsonWebSignature newer = Jws.fromJson(right.get(0));
    JsonWebSignature own =
        new JsonWebSignature(newer.payload(), List.of(newer.signatures().get(0)));
    assertTrue(KeyStatement.read(right.get(0)).isBoundTo(KeyStatement.read(right.get(1))));
    assertEquals(1, his.newest().number());
    JsonWebSignature his2 =
        his.sign(newer.payload(), KeyStatement.TYPE, world.stream("test", "his"));
    Bytes joined =
        MeshJson.write(
            new JsonWebSignature(
                newer.payload(), List.of(own.signatures().get(0), his2.signatures().get(0))));
    KeyStatement patched = KeyStatement.read(joined);
    assertTrue(patched.follows(his.newest()));
    assertFalse(patched.isBoundTo(his.newest()));
    refused(fork, List.of(joined, his.newest().text()));
  }
}
