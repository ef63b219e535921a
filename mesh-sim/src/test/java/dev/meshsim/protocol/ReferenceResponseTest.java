package dev.meshsim.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.dialect.Dialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses to which the reference implementation of 2017 gives no status: they are successes. */
class ReferenceResponseTest {

  @ParameterizedTest
  @CsvSource({
    "HELLO, HelloResponse",
    "CONNECT_START, ConnectStartResponse",
    "CONNECT_STATUS, ConnectStatusResponse",
    "CONNECT_PENDING, ConnectPendingResponse",
    "CONNECT_COMPLETE, ConnectCompleteResponse"
  })
  void noStatusIsSuccess(Transaction transaction, String tag) {
    MeshResponse response =
        MessageCodec.readResponse(
            Dialect.PORTAL_2017, Bytes.utf8("{\"" + tag + "\":{}}"), transaction);
    assertEquals(Status.SUCCESS_CREATED, response.status());
    MeshResponse refusal =
        MessageCodec.readResponse(
            Dialect.PORTAL_2017,
            Bytes.utf8("{\"" + tag + "\":{\"Status\":404,\"StatusDescription\":\"x\"}}"),
            transaction);
    assertEquals(404, refusal.status());
  }
}
