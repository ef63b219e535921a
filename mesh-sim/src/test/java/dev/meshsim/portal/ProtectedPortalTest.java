package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.MeshException;
import dev.meshsim.jose.Suite;
import dev.meshsim.json.binary.Encoding;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MachinePins;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.protect.KeyPins;
import dev.meshsim.protect.KeyStatement;
import dev.meshsim.protect.ProtectException;
import dev.meshsim.protect.Protection;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions whose messages are protected, and what is on the way between them and the portal. */
class ProtectedPortalTest {

  private static final AccountName ALICE = AccountName.parse("alice@example.com");

  private final SeededWorld world = World.seeded(5);
  private final MemoryPortalStore store = new MemoryPortalStore();
  private MeshPortalDirect direct = MeshPortalDirect.open(world, "example.com", store);
  private final Way way = new Way();
  private final KeyPins pins = KeyPins.inMemory();

  /** The way to the portal, where octets can be changed. */
  private final class Way implements MeshPortal {
    private UnaryOperator<Bytes> requests = UnaryOperator.identity();
    private UnaryOperator<Bytes> answers = UnaryOperator.identity();
    private int plain;
    private int envelopes;

    @Override
    public String domain() {
      return "example.com";
    }

    @Override
    public Dialect dialect() {
      return direct.dialect();
    }

    @Override
    public Bytes exchange(Bytes request) {
      plain++;
      return direct.exchange(request);
    }

    @Override
    public Bytes exchangeProtected(Bytes envelope) {
      envelopes++;
      return answers.apply(direct.exchangeProtected(requests.apply(envelope)));
    }
  }

  private ProtectedPortal portal(Protection level) {
    return new ProtectedPortal(way, world, "desktop", level, pins, null);
  }

  private MeshClient client(MeshPortal portal) {
    return new MeshClient(world, "desktop", portal, ALICE);
  }

  private static void refused(ProtectException.Code code, Executable what) {
    assertEquals(code, assertThrows(MeshException.class, what).errorCode());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aSessionWorksAsWithoutProtection(Protection level) {
    MeshMachineCached machine = new MeshMachineCached(world, "desktop");
    MeshSession session = new MeshSession(machine, portal(level));
    session.createAccount(
        "alice@example.com", new PersonalProfile(session.createDevice().deviceProfile()));
    assertNotNull(client(portal(level)).personalProfile());
    assertEquals(2, way.plain, "a Hello for each of two connections");
    Exchange last = direct.trace().exchanges().get(direct.trace().size() - 1);
    Exchange.Envelopes envelopes = last.envelopes();
    assertNotNull(envelopes);
    assertEquals(level == Protection.SIGN, envelopes.request().utf8().contains("alice@"));
    assertTrue(last.request().utf8().contains("alice@"), last.request().utf8());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void bothDialectsGiveTheKeys(Dialect dialect) {
    direct = MeshPortalDirect.open(world, "example.com", dialect, store);
    ProtectedPortal portal = portal(Protection.ENCRYPT);
    assertEquals(direct.keyring().current().newest(), portal.keys());
    assertTrue(client(portal).validate().valid());
  }

  @Test
  void aMachineRemembersThePortalsKey() {
    MachinePins remembered = new MachinePins(new MeshMachineCached(world, "desktop").store());
    ProtectedPortal first =
        new ProtectedPortal(way, world, "desktop", Protection.SIGN, remembered, null);
    client(first).validate();
    ProtectedPortal second =
        new ProtectedPortal(way, world, "desktop", Protection.SIGN, remembered, null);
    client(second).validate();
    assertEquals(first.keys(), second.keys());
    assertEquals(2, way.plain, "each connection asks for the challenge");
    direct = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    ProtectedPortal third =
        new ProtectedPortal(way, world, "desktop", Protection.SIGN, remembered, null);
    refused(ProtectException.Code.KEY_CHANGED, third::keys);
  }

  @Test
  void aChangeOfKeysIsFollowedOnTheWay() {
    ProtectedPortal portal = portal(Protection.ENCRYPT);
    client(portal).validate();
    KeyStatement before = portal.keys();
    direct.keyring().change(Suite.ED25519);
    client(portal).validate();
    assertTrue(portal.keys().follows(before));
    assertEquals(2, way.plain);
    assertEquals(3, way.envelopes);
    assertEquals(portal.keys().text(), pins.pinned("example.com").orElseThrow());
  }

  @Test
  void anotherPortalInItsPlaceIsRefused() {
    ProtectedPortal portal = portal(Protection.ENCRYPT);
    client(portal).validate();
    MeshPortalDirect honest = direct;
    direct = MeshPortalDirect.open(world, "example.com", new MemoryPortalStore());
    refused(ProtectException.Code.KEY_CHANGED, () -> client(portal).validate());
    refused(ProtectException.Code.KEY_CHANGED, () -> client(portal(Protection.SIGN)).validate());
    String given = direct.keyring().current().newest().fingerprint();
    ProtectedPortal told = new ProtectedPortal(way, world, "desktop", Protection.SIGN, pins, given);
    client(told).validate();
    direct = honest;
    refused(ProtectException.Code.KEY_CHANGED, () -> client(portal(Protection.SIGN)).validate());
  }

  @Test
  void anAnswerWithoutProtectionIsNotBelieved() {
    ProtectedPortal portal = portal(Protection.SIGN);
    client(portal).validate();
    Bytes plain = direct.exchange(Bytes.utf8("{\"ValidateAccount\":{\"Account\":\"a@b.c\"}}"));
    way.answers = answer -> plain;
    assertThrows(MeshException.class, () -> client(portal).validate());
    Bytes refusal = Bytes.utf8("{\"MeshResponse\":{\"Status\":428}}");
    way.answers = answer -> refusal;
    refused(ProtectException.Code.REFUSED, () -> client(portal).validate());
    assertEquals(3, way.envelopes, "nothing was sent twice");
  }

  @Test
  void aCopyAndAChangedRequestReachNobody() {
    ProtectedPortal portal = portal(Protection.ENCRYPT);
    Bytes[] kept = new Bytes[1];
    way.requests =
        envelope -> {
          kept[0] = envelope;
          return envelope;
        };
    client(portal).validate();
    way.requests = envelope -> kept[0];
    refused(ProtectException.Code.REFUSED, () -> client(portal).validate());
    way.requests = envelope -> Bytes.of(envelope.toArray(), 0, envelope.length() - 1);
    refused(ProtectException.Code.REFUSED, () -> client(portal).validate());
    assertEquals("?", direct.trace().exchanges().get(direct.trace().size() - 1).transaction());
  }

  @Test
  void aRestartedPortalOpensNoEnvelopeThatItMayHaveOpened() {
    ProtectedPortal portal = portal(Protection.ENCRYPT);
    List<Bytes> sent = new ArrayList<>();
    way.requests =
        envelope -> {
          sent.add(envelope);
          return envelope;
        };
    client(portal).validate();
    direct = MeshPortalDirect.open(world, "example.com", store);
    Bytes answer = direct.exchangeProtected(sent.get(0));
    assertTrue(answer.utf8().contains("\"Status\":428"), answer.utf8());
    assertTrue(client(portal).validate().valid());
    assertEquals(3, sent.size(), "sealed once more for the new process");
    assertEquals(2, way.plain);
  }

  @ParameterizedTest
  @EnumSource
  void aPortalMayRequireProtection(Encoding encoding) {
    direct =
        MeshPortalDirect.open(
            world,
            "example.com",
            Dialect.MESH,
            store,
            PortalPolicy.DEFAULT.withLeastProtection(Protection.ENCRYPT));
    client(way).hello();
    PortalRefusedException plain =
        assertThrows(
            PortalRefusedException.class,
            () -> client(EncodedPortal.of(direct, encoding)).validate());
    assertEquals("portal.refused-unprotected", plain.code());
    refused(ProtectException.Code.REFUSED, () -> client(portal(Protection.SIGN)).validate());
    client(portal(Protection.ENCRYPT)).validate();
  }

  @Test
  void aWayWithoutEnvelopesSaysSo() {
    MeshPortal bare =
        new MeshPortal() {
          @Override
          public String domain() {
            return "example.com";
          }

          @Override
          public Bytes exchange(Bytes request) {
            return direct.exchange(request);
          }
        };
    ProtectedPortal portal =
        new ProtectedPortal(bare, world, "desktop", Protection.SIGN, pins, null);
    MeshException e = assertThrows(MeshException.class, () -> client(portal).validate());
    assertEquals("portal.carries-no-envelopes", e.code());
  }
}
