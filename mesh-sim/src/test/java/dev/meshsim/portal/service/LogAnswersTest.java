package dev.meshsim.portal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PortalStore;
import dev.meshsim.log.memory.MemoryPortalStore;
import dev.meshsim.machine.MeshMachineCached;
import dev.meshsim.portal.MeshPortalDirect;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.trust.ProfileVerifier;
import dev.meshsim.profile.trust.SeenCheckpoint;
import dev.meshsim.protect.PortalKeyring;
import dev.meshsim.protocol.GetRequest;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.PublishRequest;
import dev.meshsim.protocol.PublishResponse;
import dev.meshsim.session.MeshSession;
import dev.meshsim.session.PersonalProfile;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationSession;
import dev.meshsim.session.application.PasswordProfile;
import dev.meshsim.transparency.LogAnswer;
import dev.meshsim.transparency.LogQuery;
import dev.meshsim.transparency.MapHead;
import dev.meshsim.transparency.Receipt;
import dev.meshsim.transparency.service.CheckpointPolicy;
import dev.meshsim.transparency.service.PortalLog;
import dev.meshsim.world.SeededWorld;
import dev.meshsim.world.World;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receipts and proofs while another client writes. */
class LogAnswersTest {

  private static final String DOMAIN = "example.com";
  private static final CheckpointPolicy POLICY = new CheckpointPolicy(1000, Duration.ofMinutes(1));

  private final SeededWorld world = World.seeded(12);
  private final PortalStore store = new MemoryPortalStore();
  private final MeshPortalDirect portal =
      MeshPortalDirect.open(
          world, DOMAIN, Dialect.MESH, store, PortalPolicy.DEFAULT.withCheckpoints(POLICY));
  private final PortalKeyring keyring = new PortalKeyring(world, DOMAIN, store);
  private final MeshMachineCached machine = new MeshMachineCached(world, "desktop");
  private final Caller caller = new Caller(Optional.empty(), new Object());
  private final List<SignedApplicationProfile> versions = new ArrayList<>();
  private final List<DataItem> items = new ArrayList<>();

  /** Three versions of an application, each with a checkpoint after it. */
  @BeforeEach
  void publish() {
    MeshSession session = new MeshSession(machine, portal);
    PersonalSession alice =
        session.createAccount(
            "alice@example.com", new PersonalProfile(session.createDevice().deviceProfile()));
    world.pause(POLICY.interval());
    ApplicationSession application = alice.add(new PasswordProfile(true), false);
    for (int i = 0; i < 3; i++) {
      application.passwordProfile().put("bank.example", "alice", "password " + i);
      application.update();
      versions.add(machine.application(application.udf()).orElseThrow());
      String key = application.udf().text();
      items.add(store.transact(tx -> tx.latest(LogName.MESH, key)).orElseThrow());
      world.pause(POLICY.interval());
      alice.refresh();
    }
  }

  private LogAnswers answers(PortalStore log) {
    return new LogAnswers(
        world,
        DOMAIN,
        new PortalState(store, new ProfileVerifier(Dialect.MESH)),
        new PortalLog(world, DOMAIN, log, keyring::logSigner, POLICY),
        keyring);
  }

  private List<Bytes> receipts(SignedApplicationProfile published) {
    return Objects.requireNonNull(
        ((PublishResponse)
                answers(store)
                    .after(new PublishRequest(published), caller, PublishResponse.success()))
            .receipts());
  }

  @Test
  void theReceiptIsOfTheVersionThatWasPublishedThoughItWasReplaced() {
    for (int i = 0; i < 3; i++) {
      List<Bytes> receipts = receipts(versions.get(i));
      assertEquals(1, receipts.size());
      Receipt receipt = Receipt.read(receipts.get(0), keyring.current().newest());
      assertEquals(items.get(i).number(), receipt.number());
      assertEquals(items.get(i).primaryKey(), receipt.primaryKey());
    }
  }

  @Test
  void aVersionThatIsNotStoredHasNoReceipt() {
    SignedApplicationProfile last = versions.get(2);
    SignedApplicationProfile other =
        new SignedApplicationProfile(
            dev.meshsim.udf.Udf.random(
                Dialect.MESH.udfFormat(), world.stream("test", "identifier")),
            last.signedData());
    assertEquals(List.of(), receipts(other));
  }

  private GetResponse response(int version) {
    return new GetResponse(
        201, "", List.of(versions.get(version)), List.of(items.get(version)), null);
  }

  private GetRequest request() {
    return new GetRequest(items.get(0).primaryKey(), null, null, null, null, null)
        .with(new LogQuery(0, List.of()));
  }

  /** Reads these versions one after the other, and then the last of them for ever. */
  private static final class Reads implements Supplier<GetResponse> {
    private final Deque<GetResponse> responses;
    private int count;

    Reads(GetResponse... responses) {
      this.responses = new ArrayDeque<>(List.of(responses));
    }

    @Override
    public GetResponse get() {
      count++;
      return responses.size() > 1 ? responses.remove() : responses.element();
    }
  }

  private static LogAnswer answer(GetResponse response) {
    return LogAnswer.read(Objects.requireNonNull(response.log()));
  }

  @Test
  void aRecordThatWasReplacedMeanwhileIsReadAgain() {
    Reads reads = new Reads(response(0), response(1), response(2));
    GetResponse proved = answers(store).prove(request(), reads);
    assertEquals(3, reads.count);
    assertEquals(List.of(versions.get(2)), proved.entries());
    assertEquals(
        items.get(2).number(),
        Objects.requireNonNull(answer(proved).proof().map().terminal()).number());
    Reads stale = new Reads(response(0));
    assertNull(answer(answers(store).prove(request(), stale)).receipt());
    assertEquals(4, stale.count);
  }

  @Test
  void onlyARecordThatNoCheckpointCoversComesWithAReceipt() {
    LogAnswers answers = answers(store);
    GetResponse proved = answers.prove(request(), new Reads(response(2)));
    assertNull(answer(proved).receipt());
    // The last record that the checkpoint's map covers.
    DataItem last = items.get(2);
    assertEquals(last.number(), MapHead.read(answer(proved).proof().head().mapHead()).size());
  }

  @Test
  void beforeTheFirstCheckpointThereIsNoProof() {
    GetResponse response = response(2);
    assertSame(response, answers(new MemoryPortalStore()).prove(request(), new Reads(response)));
  }

  @Test
  void aLogThatIsShorterThanWhatAClientHasSeenStopsThePortalAndIsLogged() {
    SignedApplicationProfile last = versions.get(2);
    assertTrue(SeenCheckpoint.in(Dialect.MESH, last.signedData()).isPresent());
    LogAnswers shorter = answers(new MemoryPortalStore());
    List<LogRecord> logged = new ArrayList<>();
    Handler keeper =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            logged.add(record);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(MeshService.STOPPED_LOGGER);
    logger.addHandler(keeper);
    logger.setUseParentHandlers(false);
    try {
      for (int i = 0; i < 2; i++) {
        assertThrows(Refusal.class, () -> shorter.before(new PublishRequest(last), caller));
      }
    } finally {
      logger.removeHandler(keeper);
      logger.setUseParentHandlers(true);
    }
    assertEquals(1, logged.size());
    assertTrue(logged.get(0).getMessage().contains("the log of example.com was put back"));
  }
}
