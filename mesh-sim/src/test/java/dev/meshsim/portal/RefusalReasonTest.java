package dev.meshsim.portal;

import static dev.meshsim.portal.PortalScene.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.error.Failing;
import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.PortalRefusedException.Code;
import dev.meshsim.portal.service.PortalPolicy;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.protocol.CreateRequest;
import dev.meshsim.protocol.CreateResponse;
import dev.meshsim.protocol.ErrorResponse;
import dev.meshsim.protocol.Extension;
import dev.meshsim.protocol.MeshResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.RequestEnvelope;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.session.DeviceRegistration;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PendingConnection;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.udf.Udf;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A refusal says by a stable name what went wrong, and the failure's code and hint go by it. */
class RefusalReasonTest {

  private final PortalScene scene = new PortalScene();

  private static void refused(RefusalReason reason, Code code, Executable call) {
    PortalRefusedException e = assertThrows(PortalRefusedException.class, call);
    assertEquals(Optional.of(reason), e.reason(), e.getMessage());
    assertEquals(code, e.errorCode());
    assertEquals(code.hint(), e.hint());
    assertEquals(reason.status(), e.status());
  }

  private PersonalProfile newProfile(MeshSession session) {
    return new PersonalProfile(session.createDevice().deviceProfile());
  }

  @Test
  void namesAndEntries() {
    MeshSession bob = scene.newMachine("bob");
    refused(
        RefusalReason.TAKEN, Code.REFUSED_TAKEN, () -> bob.createAccount(ALICE, newProfile(bob)));
    refused(
        RefusalReason.OTHER_DOMAIN,
        Code.REFUSED_OTHER_DOMAIN,
        () -> bob.createAccount("bob@example.org", newProfile(bob)));
    refused(
        RefusalReason.UNKNOWN_ACCOUNT,
        Code.REFUSED_UNKNOWN_ACCOUNT,
        () -> bob.connect(bob.createDevice(), "nobody@example.com"));
    Udf unknown = bob.createDevice().deviceProfile().udf();
    refused(
        RefusalReason.UNKNOWN_ENTRY,
        Code.REFUSED_UNKNOWN_ENTRY,
        () -> scene.client.personalProfile(unknown));
  }

  @Test
  void whoMayDoIt() {
    PrivateJwk other = PrivateJwk.generate(KeySpec.ED25519, scene.world.stream("m", "key"));
    refused(
        RefusalReason.NOT_ADMINISTRATOR,
        Code.REFUSED_NOT_ADMINISTRATOR,
        () -> scene.client.delete(scene.signer(other)));
    refused(
        RefusalReason.OTHER_SIGNER,
        Code.REFUSED_OTHER_SIGNER,
        () ->
            scene
                .clientOf(scene.desktop, "bob@example.com")
                .create(scene.profile.signed(), scene.signer(other)));
    MeshResponse unsigned =
        scene.send(new CreateRequest("bob@example.com", scene.profile.signed()));
    assertEquals(Optional.of(RefusalReason.NOT_SIGNED), unsigned.refusalReason());
  }

  @Test
  void connectionRequests() {
    MeshSession ring = scene.newMachine("ring");
    DeviceRegistration device = ring.createDevice();
    ring.connect(device, ALICE);
    PendingConnection pending = scene.alice.connectPending().pending().get(0);
    String code = pending.authenticator();
    scene.alice.connectClose(pending, ConnectionStatus.ACCEPTED, code);
    refused(
        RefusalReason.ANSWERED,
        Code.REFUSED_ANSWERED,
        () -> scene.alice.connectClose(pending, ConnectionStatus.REJECTED, code));
    refused(RefusalReason.CONNECTED, Code.REFUSED_CONNECTED, () -> ring.connect(device, ALICE));
    refused(
        RefusalReason.CONFLICT,
        Code.REFUSED_CONFLICT,
        () -> scene.client.create(scene.profile.signed(), scene.administrator()));
  }

  @Test
  void aRequestThatIsTooOld() {
    MeshSession ring = scene.newMachine("ring");
    ring.connect(ring.createDevice(), ALICE);
    Bytes start =
        scene.portal.trace().exchanges().stream()
            .filter(exchange -> exchange.transaction().equals("ConnectStart"))
            .findFirst()
            .orElseThrow()
            .request();
    scene.world.advance(Duration.ofDays(8));
    MeshResponse late = scene.send(start, Transaction.CONNECT_START);
    assertEquals(Optional.of(RefusalReason.EXPIRED), late.refusalReason());
  }

  @Test
  void tooManyRequests() {
    for (int i = 0; i < PortalPolicy.DEFAULT.maxPending(); i++) {
      MeshSession next = scene.newMachine("m" + i);
      next.connect(next.createDevice(), ALICE);
    }
    MeshSession last = scene.newMachine("last");
    refused(
        RefusalReason.TOO_MANY_REQUESTS,
        Code.REFUSED_TOO_MANY_REQUESTS,
        () -> last.connect(last.createDevice(), ALICE));
  }

  @Test
  void aClockThatIsWrong() {
    RequestEnvelope.Signer owner = scene.administrator();
    Bytes sealed =
        scene.sealed(new CreateRequest(ALICE, scene.profile.signed()), ALICE, "example.com", owner);
    scene.world.advance(Duration.ofDays(2));
    MeshResponse late = scene.send(sealed, Transaction.CREATE_ACCOUNT);
    assertEquals(Optional.of(RefusalReason.CLOCK), late.refusalReason());
  }

  @Test
  void malformedAndLargeRequests() {
    assertEquals(
        "{\"MeshResponse\":{\"Status\":400,",
        scene.portal.exchange(Bytes.utf8("?")).utf8().substring(0, 30));
    assertEquals(Optional.of(RefusalReason.MALFORMED), reasonFor("?"));
    assertEquals(Optional.of(RefusalReason.MALFORMED), reasonFor("{\"Get\":{}}"));
    assertEquals(
        Optional.of(RefusalReason.TOO_LARGE), reasonFor("{\"" + "x".repeat(7_000_000) + "\":1}"));
    assertEquals(
        Optional.of(RefusalReason.BAD_NAME), reasonFor("{\"Get\":{\"Account\":\"alice\"}}"));
  }

  private Optional<RefusalReason> reasonFor(String request) {
    return scene.send(Bytes.utf8(request), Transaction.GET).refusalReason();
  }

  @ParameterizedTest
  @EnumSource(RefusalReason.class)
  void everyReasonIsReadBackInBothDialects(RefusalReason reason) {
    assertSame(reason, RefusalReason.named(reason.wireName()).orElseThrow());
    for (Dialect dialect : Dialect.values()) {
      for (Transaction transaction : Transaction.values()) {
        MeshResponse refusal = transaction.refusal(reason.status(), "no");
        Bytes text = MessageCodec.write(dialect, refusal, reason);
        MeshResponse read = MessageCodec.readResponse(dialect, text, transaction);
        assertEquals(new ErrorResponse(reason.status(), "no", reason.wireName()), read);
        assertTrue(text.utf8().contains(transaction.responseTag()), text.utf8());
      }
    }
  }

  /** A portal that gives one answer. */
  private static MeshPortal answering(String answer) {
    return new MeshPortal() {
      @Override
      public String domain() {
        return "example.com";
      }

      @Override
      public Bytes exchange(Bytes request) {
        return Bytes.utf8(answer);
      }
    };
  }

  @ParameterizedTest
  @CsvSource({
    "400, REFUSED_400",
    "401, REFUSED_401",
    "404, REFUSED_404",
    "409, REFUSED_409",
    "413, REFUSED_413",
    "428, REFUSED_428",
    "500, REFUSED_500",
    "503, REFUSED_503",
    "599, REFUSED"
  })
  void withoutAReasonOrWithAnUnknownOneTheStatusDecides(int status, Code code) {
    for (String reason : new String[] {"", ",\"StatusReason\":\"of-next-year\""}) {
      String answer = "{\"ValidateResponse\":{\"Status\":" + status + reason + "}}";
      MeshSession session =
          new MeshSession(new MeshMachineCached(scene.world, "m"), answering(answer));
      PortalRefusedException e =
          assertThrows(PortalRefusedException.class, () -> session.validate(ALICE));
      assertEquals(code, e.errorCode());
      assertEquals(Optional.empty(), e.reason());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"ValidateResponse\":{\"Status\":201,\"StatusReason\":\"taken\"}}",
        "{\"MeshResponse\":{\"Status\":201,\"StatusReason\":\"taken\"}}",
        "{\"CreateResponse\":{\"Status\":409,\"StatusReason\":\"taken\"}}",
        "{\"ValidateResponse\":{\"Status\":409,\"StatusReason\":7}}",
        "{\"ValidateResponse\":{\"Status\":409,\"StatusReason\":\"taken\",\"More\":1}}"
      })
  void aReasonWhereNoneBelongsIsNoResponse(String answer) {
    MeshSession session =
        new MeshSession(new MeshMachineCached(scene.world, "m"), answering(answer));
    Failing.with(PortalException.Code.BAD_RESPONSE, () -> session.validate(ALICE));
  }

  @Test
  void theCodesOfTheReasonsHaveHintsOfTheirOwn() {
    Set<String> hints = new HashSet<>();
    Arrays.stream(RefusalReason.values())
        .map(reason -> new PortalRefusedException("Get", refusal(reason)))
        .forEach(e -> assertTrue(hints.add(e.hint()), e.getMessage()));
    String failed = new PortalRefusedException("Get", refusal(RefusalReason.FAILED)).hint();
    assertFalse(failed.contains("correct the request"), failed);
  }

  private static MeshResponse refusal(RefusalReason reason) {
    return new ErrorResponse(reason.status(), "no", reason.wireName());
  }

  @Test
  void theOldDialectGivesReasonsToSignedRequestsOnly() {
    MeshPortalDirect old =
        MeshPortalDirect.open(
            scene.world, "example.com", Dialect.PORTAL_2017, new MemoryPortalStore());
    MeshSession alice = new MeshSession(new MeshMachineCached(scene.world, "old"), old);
    alice.createAccount(ALICE, newProfile(alice));
    MeshSession bob = new MeshSession(new MeshMachineCached(scene.world, "old-bob"), old);
    refused(
        RefusalReason.TAKEN, Code.REFUSED_TAKEN, () -> bob.createAccount(ALICE, newProfile(bob)));
    PortalRefusedException unsigned =
        assertThrows(
            PortalRefusedException.class,
            () -> bob.connect(bob.createDevice(), "nobody@example.com"));
    assertEquals(Code.REFUSED_404, unsigned.errorCode());
    for (String request : new String[] {"?", "{\"Get\":{}}", "{\"CreateAccount\":{}}"}) {
      String answer = old.exchange(Bytes.utf8(request)).utf8();
      assertFalse(answer.contains("StatusReason"), answer);
    }
    for (Dialect dialect : Dialect.values()) {
      assertTrue(Extension.inUse(dialect, false).contains("member:MeshResponse.StatusReason"));
    }
    old.close();
  }

  @Test
  void aSuccessHasNoReason() {
    assertEquals(Optional.empty(), CreateResponse.success().refusalReason());
  }
}
