package dev.meshsim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Hostile;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.portal.PortalScene;
import dev.meshsim.protocol.ErrorResponse;
import dev.meshsim.protocol.MessageCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a portal or another device says is fit to be shown. */
class WordsOfOthersTest {

  /** A portal that refuses everything with a description. */
  private static MeshPortal refusing(String description) {
    return new MeshPortal() {
      @Override
      public String domain() {
        return "example.com";
      }

      @Override
      public Bytes exchange(Bytes request) {
        return MessageCodec.write(Dialect.MESH, new ErrorResponse(409, description));
      }
    };
  }

  @Test
  void theDescriptionOfARefusal() {
    PortalScene scene = new PortalScene();
    MeshPortal portal = refusing(Hostile.TEXT.replace("\ud800", "") + "x".repeat(5000));
    MeshSession session = new MeshSession(new MeshMachineCached(scene.world, "ring"), portal);
    PortalRefusedException e =
        assertThrows(PortalRefusedException.class, () -> session.validate("alice@example.com"));
    Hostile.assertHarmless(e.getMessage(), 2);
    Hostile.assertHarmless(e.description(), 1);
    assertEquals(1024 + "...".length(), e.description().length());
  }

  @Test
  void theNamesAndTheDescriptionOfADevice() {
    PortalScene scene = new PortalScene();
    String text = Hostile.TEXT.replace("\ud800", "");
    MeshSession ring = scene.newMachine("ring");
    ring.connect(ring.createDevice("ring" + text, "a ring" + text), PortalScene.ALICE);
    PendingConnection pending = scene.alice.connectPending().pending().get(0);
    Hostile.assertHarmless(String.join("", pending.deviceNames()), 1);
    Hostile.assertHarmless(pending.deviceDescription().orElseThrow(), 1);
    PendingConnections list = new PendingConnections(List.of(pending), List.of("a: " + text));
    Hostile.assertHarmless(list.refused().get(0), 1);
  }
}
