package dev.meshsim.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.portal.MeshPortal;
import dev.meshsim.protocol.HelloRequest;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.StatusRequest;
import dev.meshsim.protocol.Transaction;
import dev.meshsim.world.ShiftedWorld;
import dev.meshsim.world.World;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageFaultsTest {

  private static final Bytes ANY = Bytes.utf8("no request");
  private static final Bytes HELLO = MessageCodec.write(Dialect.MESH, HelloRequest.plain());
  private static final Bytes STATUS = MessageCodec.write(Dialect.MESH, new StatusRequest());

  private final Numbered real = new Numbered("example.com");
  private final MessageFaults faults = new MessageFaults(new ShiftedWorld(World.seeded(1)));
  private final MeshPortal portal = faults.through(real);

  /** A portal that answers with the number of the request. */
  private record Numbered(String domain, List<Bytes> requests) implements MeshPortal {

    Numbered(String domain) {
      this(domain, new ArrayList<>());
    }

    @Override
    public Bytes exchange(Bytes request) {
      requests.add(request);
      return Bytes.utf8("answer " + requests.size());
    }
  }

  private void plan(Fault fault) {
    faults.plan(new MessageFaults.Planned(fault, Optional.empty(), Optional.empty(), fault.name()));
  }

  private String answer() {
    return portal.exchange(ANY).utf8();
  }

  private void noAnswer() {
    assertThrows(UncheckedIOException.class, this::answer);
  }

  @Test
  void withoutAFaultEverythingPasses() {
    assertEquals("answer 1", answer());
    assertEquals("example.com", portal.domain());
    assertEquals(Dialect.MESH, portal.dialect());
    assertEquals(List.of(), faults.unfinished());
  }

  @Test
  void aLostRequestDoesNotReachThePortal() {
    plan(Fault.REQUEST_LOST);
    noAnswer();
    assertEquals(0, real.requests.size());
    assertEquals("answer 1", answer());
  }

  @Test
  void aLostAnswerIsOfARequestThatThePortalActedOn() {
    plan(Fault.ANSWER_LOST);
    noAnswer();
    assertEquals(1, real.requests.size());
    assertEquals("answer 2", answer());
  }

  @Test
  void aRequestThatIsSentTwiceIsOneForTheClient() {
    plan(Fault.REQUEST_TWICE);
    assertEquals("answer 1", answer());
    assertEquals(List.of(ANY, ANY), real.requests);
    assertEquals("answer 3", answer());
  }

  @Test
  void aRequestThatIsSentAgainOnTheWayHasTheSecondAnswer() {
    plan(Fault.REQUEST_AGAIN);
    assertEquals("answer 2", answer());
    assertEquals(List.of(ANY, ANY), real.requests);
  }

  @Test
  void aLateAnswerTakesThePlaceOfTheNext() {
    plan(Fault.ANSWER_LATE);
    noAnswer();
    assertEquals(1, faults.unfinished().size());
    assertEquals("answer 1", answer());
    assertEquals(List.of(), faults.unfinished());
    assertEquals("answer 3", answer());
  }

  @Test
  void aLateAnswerOfAClosedConnectionIsNeverGiven() {
    plan(Fault.ANSWER_LATE);
    noAnswer();
    faults.disconnect();
    assertEquals("answer 2", answer());
    assertEquals("ANSWER_LATE", faults.unfinished().get(0).origin());
  }

  @Test
  void eachFaultHappensOnceAndInOrder() {
    plan(Fault.REQUEST_LOST);
    plan(Fault.ANSWER_LOST);
    plan(Fault.REQUEST_TWICE);
    noAnswer();
    noAnswer();
    assertEquals(1, faults.unfinished().size());
    assertEquals("answer 2", answer());
    assertEquals(List.of(), faults.unfinished());
    assertEquals("answer 4", answer());
  }

  @Test
  void aFaultWaitsForItsTransaction() {
    faults.plan(
        new MessageFaults.Planned(
            Fault.REQUEST_LOST, Optional.of(Transaction.STATUS), Optional.empty(), "here"));
    portal.exchange(ANY);
    portal.exchange(HELLO);
    assertEquals(1, faults.unfinished().size());
    assertThrows(UncheckedIOException.class, () -> portal.exchange(STATUS));
    portal.exchange(STATUS);
    assertEquals(3, real.requests.size());
  }

  @Test
  void aFaultWaitsForItsPortal() {
    Numbered other = new Numbered("Other.Example");
    MeshPortal second = faults.through(other);
    faults.plan(
        new MessageFaults.Planned(
            Fault.REQUEST_LOST, Optional.empty(), Optional.of("other.example"), "here"));
    portal.exchange(ANY);
    assertThrows(UncheckedIOException.class, () -> second.exchange(ANY));
    assertEquals(1, real.requests.size());
    assertEquals(0, other.requests.size());
  }

  @Test
  void theTableHasANameAPlaceAndAnEffectForEachFault() {
    for (Fault fault : Fault.values()) {
      assertEquals(Optional.of(fault), Fault.named(fault.label()));
      assertTrue(fault.effect().endsWith("."), fault.effect());
      assertTrue(Fault.of(fault.place()).contains(fault));
    }
    assertEquals(Optional.empty(), Fault.named("request lots"));
  }
}
