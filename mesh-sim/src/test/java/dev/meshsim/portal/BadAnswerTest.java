package dev.meshsim.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import dev.meshsim.fuzz.Saying;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.GetResponse;
import dev.meshsim.protocol.MessageCodec;
import dev.meshsim.protocol.Status;
import dev.meshsim.session.OfflineEscrowEntry;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.World;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of a portal that are not right: a {@link PortalException}, and nothing else. */
class BadAnswerTest {

  private static MeshClient client(Dialect dialect, String answer) {
    return client(dialect, request -> Bytes.utf8(answer));
  }

  private static MeshClient client(Dialect dialect, UnaryOperator<Bytes> answer) {
    return new MeshClient(
        World.seeded(1), "m", new Saying(dialect, answer), AccountName.parse("alice@example.com"));
  }

  private static void bad(Runnable call) {
    PortalException e = assertThrows(PortalException.class, call::run);
    assertEquals(PortalException.Code.BAD_RESPONSE, e.errorCode());
    assertFalse(e.getMessage().contains("java."), e.getMessage());
    assertTrue(e.problem().length() < 600, e.problem());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "{\"GetResponse\":null}",
        "{\"MeshResponse\":null}",
        "{\"GetResponse\":[]}",
        "{\"GetResponse\":{}}",
        "{\"GetResponse\":{\"Status\":null}}",
        "{\"GetResponse\":{\"Status\":\"201\"}}",
        "{\"GetResponse\":{\"Status\":1e400}}",
        "{\"GetResponse\":{\"Status\":201}}",
        "{\"GetResponse\":{\"Status\":201,\"Entries\":null}}",
        "{\"GetResponse\":{\"Status\":201,\"Entries\":[]}}",
        "{\"GetResponse\":{\"Status\":201,\"Entries\":[null]}}",
        "{\"GetResponse\":{\"Status\":201,\"Entries\":[{\"SignedPersonalProfile\":null}]}}",
        "{\"GetResponse\":{\"Status\":201,\"Entries\":[{\"SignedPersonalProfile\":{"
            + "\"Identifier\":\"x\",\"SignedData\":{\"payload\":\"\",\"signatures\":[null]}}}]}}",
        "{\"GetResponse\":{\"Status\":201,\"Entries\":[{}],\"DataItems\":[null]}}",
        "{\"GetResponse\":{\"Status\":201,\"DataItems\":[{\"TransactionID\":null}]}}",
        "{\"GetResponse\":{\"Status\":201,\"DataItems\":[{\"TransactionID\":\"TID:1\","
            + "\"PrimaryKey\":\"x\",\"Action\":\"New\",\"Added\":\"2019-04-04T00:00:00Z\","
            + "\"Text\":\"{}\",\"Keys\":[{\"IndexTerm\":{}}]}]}}",
        "{\"MeshResponse\":{\"Status\":201,\"StatusDescription\":\"done\"}}",
        "{\"HelloResponse\":{\"Status\":201}}",
      })
  void anAnswerThatIsNotOneIsABadResponse(String answer) {
    for (Dialect dialect : Dialect.values()) {
      bad(() -> client(dialect, answer).personalProfile());
    }
  }

  @Test
  void millionsOfPartsAreNotRead() {
    String many = "{\"GetResponse\":{\"Status\":201,\"x\":[" + "{},".repeat(500_000) + "{}]}}";
    for (Dialect dialect : Dialect.values()) {
      bad(() -> client(dialect, many).personalProfile());
    }
  }

  @Test
  void anotherEntryThanTheOneAskedForIsABadResponse() {
    PortalScene scene = new PortalScene();
    OfflineEscrowEntry asked = new OfflineEscrowEntry(scene.profile, 2, 3);
    OfflineEscrowEntry other = new OfflineEscrowEntry(scene.profile, 2, 3);
    Udf identifier = asked.sealed().identifier();
    GetResponse found =
        new GetResponse(
            Status.SUCCESS_CREATED, "", List.of(other.sealed(), asked.sealed()), null, null);
    GetResponse wrong =
        new GetResponse(Status.SUCCESS_CREATED, "", List.of(other.sealed()), null, null);
    for (GetResponse response : List.of(found, wrong)) {
      Bytes octets = MessageCodec.write(Dialect.MESH, response);
      bad(() -> client(Dialect.MESH, request -> octets).escrowEntry(identifier));
    }
  }

  @Test
  void theReasonOfARefusalIsShownWithoutControlCharacters() {
    String answer =
        "{\"MeshResponse\":{\"Status\":404,\"StatusDescription\":\"no\\u001b[2J"
            + "x".repeat(9000)
            + "\"}}";
    PortalRefusedException e =
        assertThrows(
            PortalRefusedException.class, () -> client(Dialect.MESH, answer).personalProfile());
    assertTrue(e.problem().contains("no\\u001b[2J"), e.problem());
    assertTrue(e.problem().length() < 1200, e.problem());
  }
}
