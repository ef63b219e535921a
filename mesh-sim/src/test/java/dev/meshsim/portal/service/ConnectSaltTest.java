package dev.meshsim.portal.service;

import static dev.meshsim.portal.service.ConnectScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.dialect.Dialect;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.Change;
import dev.meshsim.log.LogName;
import dev.meshsim.machine.MachineRecord;
import dev.meshsim.profile.ConnectionRequest;
import dev.meshsim.profile.ProfileException;
import dev.meshsim.profile.SignedConnectionRequest;
import dev.meshsim.protocol.ConnectStartRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.session.ConnectionAttempt;
import dev.meshsim.session.PendingConnections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests without a salt, as earlier versions of this program wrote them. */
class ConnectSaltTest {

  private final ConnectScene scene = new ConnectScene(Dialect.MESH);

  private SignedConnectionRequest request(Map<String, Object> header) {
    ConnectionRequest request =
        new ConnectionRequest(scene.alice.udf(), scene.device.deviceProfile().signed());
    PrivateJwk key = scene.ring.privateKey(scene.device.udf());
    return new SignedConnectionRequest(
        scene.device.udf(),
        Dialect.MESH
            .signatures()
            .sign(
                Dialect.MESH.json().write(request),
                key,
                scene.device.udf(),
                header,
                scene.world.stream("test", "old")));
  }

  private int post(Map<String, Object> header) {
    return scene.postUnchanged(
        MessageCodec.write(Dialect.MESH, new ConnectStartRequest(request(header), ALICE)));
  }

  @Test
  void thePortalTakesNone() {
    assertEquals(400, post(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAA"})
  void thePortalTakesNoOtherSalt(String salt) {
    assertEquals(401, post(Map.of("salt", salt, "iat", scene.world.now().toEpochMilli())));
    assertEquals(401, post(Map.of("salt", salt)));
  }

  @Test
  void anAdministratorAcceptsNoneThatAnEarlierPortalHasStored() {
    putStored();
    PendingConnections listed = scene.alice.connectPending();
    assertEquals(List.of(), listed.pending());
    assertEquals(1, listed.refused().size());
    assertTrue(listed.refused().get(0).contains("no salt"), listed.refused().toString());
    ConnectionAttempt again = scene.ask();
    assertEquals(again.authenticator(), scene.pending().authenticator());
    assertEquals(List.of(), scene.alice.connectPending().refused());
  }

  @Test
  void anOpenAttemptOfAnEarlierVersionHasNoCode() {
    putStored();
    scene
        .ring
        .edit()
        .put(
            new MachineRecord.Request(
                ALICE, request(Map.of()), scene.alice.personalProfile().signed()))
        .commit();
    ConnectionAttempt old = scene.onRing.connectionAttempt(ALICE).orElseThrow();
    ProfileException e = assertThrows(ProfileException.class, old::authenticator);
    assertTrue(e.problem().contains("connect the device anew"), e.problem());
    assertThrows(ProfileException.class, () -> old.await("MDDK-7N6A-727A-JZNO"));
    assertTrue(old.pollUncompared().isEmpty());
  }

  private void putStored() {
    PortalEntry.ConnectionsPending stored =
        new PortalEntry.ConnectionsPending(
            ALICE, List.of(request(Map.of())), List.of(scene.world.now()), null);
    String key = PortalEntry.ConnectionsPending.key(scene.alice.udf());
    scene.store.transact(
        tx -> {
          tx.put(
              Change.create(
                  LogName.PORTAL,
                  key,
                  List.of(),
                  Dialect.MESH.json().write(stored),
                  scene.world.now()));
          return key;
        });
  }
}
