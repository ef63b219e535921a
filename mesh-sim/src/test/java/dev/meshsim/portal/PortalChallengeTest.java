package dev.meshsim.portal;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.protocol.Extension;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The client's side of the challenge in a portal's Hello. */
class PortalChallengeTest {

  private final PortalScene scene = new PortalScene();

  @Test
  void aSessionSaysHelloOnceForAllItsSignedRequests() {
    scene.alice.connectPending();
    scene.alice.connectPending();
    long hellos =
        scene.portal.trace().exchanges().stream()
            .filter(exchange -> exchange.transaction().equals("Hello"))
            .count();
    assertEquals(1, hellos);
  }

  @Test
  void afterARestartOfThePortalTheClientSaysHelloAgain() {
    Switched portal = new Switched();
    PersonalSession alice = new MeshSession(scene.desktop, portal).personalSession(ALICE);
    alice.connectPending();
    portal.reached = MeshPortalDirect.open(scene.world, "example.com", scene.store);
    assertTrue(alice.connectPending().pending().isEmpty());
    assertEquals(
        List.of("Hello", "ConnectPending", "ConnectPending", "Hello", "ConnectPending"),
        portal.transactions);
  }

  @Test
  void aPortalThatRefusesItsOwnChallengeIsAskedThreeTimes() {
    Switched portal = new Switched();
    portal.response = text -> text.replaceFirst("\"Challenge\":\"..", "\"Challenge\":\"--");
    PersonalSession alice = new MeshSession(scene.desktop, portal).personalSession(ALICE);
    PortalRefusedException refused =
        assertThrows(PortalRefusedException.class, alice::connectPending);
    assertEquals(PortalRefusedException.Code.REFUSED_428, refused.errorCode());
    assertEquals(6, portal.transactions.size());
  }

  @Test
  void aPortalThatGivesNoUsableChallengeIsNamed() {
    for (String given :
        List.of("", "\"Challenge\":\"short\",", "\"Challenge\":\"a b c d e f g h\",")) {
      Switched portal = new Switched();
      portal.response = text -> text.replaceFirst("\"Challenge\":\"[^\"]*\",", given);
      PersonalSession alice = new MeshSession(scene.desktop, portal).personalSession(ALICE);
      PortalException refused = assertThrows(PortalException.class, alice::connectPending);
      assertEquals(PortalException.Code.NO_CHALLENGE, refused.errorCode());
      assertEquals(List.of("Hello"), portal.transactions);
    }
  }

  @Test
  void anotherPortalIsAskedForItsOwnChallenge() {
    PortalChallenge challenge = new PortalChallenge();
    List<String> asked = new ArrayList<>();
    for (MeshPortal portal : List.of(scene.portal, scene.portal, new Switched(), scene.portal)) {
      String given = "0123456789abcdef" + asked.size();
      challenge.of(
          portal,
          () -> {
            asked.add(given);
            return given;
          });
    }
    assertEquals(2, asked.size());
    challenge.forget(scene.portal, "another");
    assertEquals(asked.get(0), challenge.of(scene.portal, () -> "0123456789abcdef-new"));
    challenge.forget(scene.portal, asked.get(0));
    assertEquals("0123456789abcdef-new", challenge.of(scene.portal, () -> "0123456789abcdef-new"));
  }

  @Test
  void helloListsTheExtensionsInUse() {
    List<String> listed = scene.client.hello().extensions();
    assertEquals(Extension.inUse(Dialect.MESH, false), listed);
    assertTrue(
        listed.containsAll(
            List.of("header:challenge", "status:428", "member:HelloResponse.Challenge")),
        listed.toString());
  }

  @Test
  void aClientOfTheReferenceGetsAHelloThatItCanRead() {
    MeshPortalDirect portal =
        MeshPortalDirect.open(
            scene.world, "example.com", Dialect.PORTAL_2017, new MemoryPortalStore());
    String plain = portal.exchange(Bytes.utf8("{\"Hello\": {}}")).utf8();
    assertTrue(plain.contains("\"Version\"") && !plain.contains("Challenge"), plain);
    assertTrue(!plain.contains("Extensions"), plain);
    String asked = portal.exchange(Bytes.utf8("{\"Hello\": {\"Extensions\": true}}")).utf8();
    assertTrue(asked.contains("\"Challenge\"") && asked.contains("status:428"), asked);
    MeshSession session = new MeshSession(new MeshMachineCached(scene.world, "old"), portal);
    session.createAccount(ALICE, new PersonalProfile(session.createDevice().deviceProfile()));
  }

  /** A way to a portal process that can be replaced and whose responses can be altered. */
  private final class Switched implements MeshPortal {
    MeshPortalDirect reached = scene.portal;
    UnaryOperator<String> response = UnaryOperator.identity();
    final List<String> transactions = new ArrayList<>();

    @Override
    public String domain() {
      return "example.com";
    }

    @Override
    public Bytes exchange(Bytes request) {
      Bytes answer = reached.exchange(request);
      var exchanges = reached.trace().exchanges();
      transactions.add(exchanges.get(exchanges.size() - 1).transaction());
      return Bytes.utf8(response.apply(answer.utf8()));
    }
  }
}
