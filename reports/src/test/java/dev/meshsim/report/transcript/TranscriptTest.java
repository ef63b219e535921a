package dev.meshsim.report.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.report.Samples;
import dev.meshsim.report.TraceFiles;
import dev.meshsim.report.TracedExchange;
import dev.meshsim.report.TracedExchange.Messages;
import dev.meshsim.report.TracedExchange.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A transcript of few or invalid messages is well formed and complete. */
class TranscriptTest {

  private static TracedExchange exchange(
      int number, String transaction, String tag, String request, String response) {
    return Samples.exchange(number, "exchange", transaction, tag, request, response);
  }

  private static String transcript(TracedExchange... exchanges) {
    return Transcript.markdown(Samples.trace(exchanges));
  }

  @Test
  void aSectionWithoutMessagesSaysSo() {
    String text = transcript();
    assertTrue(text.contains("This scenario creates no account."), text);
    assertTrue(text.contains("This scenario connects no device."), text);
    assertTrue(text.contains("This scenario adds no application."), text);
    assertTrue(text.contains("This scenario recovers no profile."), text);
    assertFalse(text.contains("~~~~"), text);
  }

  @Test
  void theFirstExchangeHasItsHttpFraming() {
    String text =
        transcript(
            exchange(
                1,
                "ValidateAccount",
                "Validate",
                "{\"ValidateAccount\":{\"Account\":\"zoë@example.com\"}}",
                "{\"ValidateResponse\":{\"Status\":201,\"Valid\":true}}"));
    String request = "{\n  \"ValidateRequest\": {\n    \"Account\": \"zoë@example.com\"}}";
    // One character of two octets: the length is one more than the characters.
    assertTrue(
        text.contains(
            """
            ~~~~
            POST /.well-known/mmm/ HTTP/1.1
            Host: example.com
            Content-Type: application/json
            Cache-Control: no-store
            Content-Length: %d

            %s
            ~~~~
            """
                .formatted(request.length() + 1, request)),
        text);
    assertTrue(text.contains("HTTP/1.1 200 OK\nDate: Thu, 04 Apr 2019 13:05:09 GMT\n"), text);
  }

  @Test
  void aRequestThatIsNoJsonIsPrintedAsOctets() {
    TracedExchange nonsense =
        exchange(1, "?", "", "not JSON \u0000 ~~~~ \n~~~~", "{\"MeshResponse\":{\"Status\":400}}");
    String text = transcript(nonsense);
    assertTrue(text.contains("# Further messages"), text);
    assertTrue(text.contains("\"base64url\": \"bm90IEpTT04gAC"), text);
    assertEquals(4, text.lines().filter(line -> line.equals("~~~~")).count(), text);
    String trace = TraceFiles.trace(List.of(nonsense)).utf8();
    assertTrue(trace.contains("\"requestOctets\":\"bm90IEpTT04gAC"), trace);
    assertEquals(1, trace.lines().count());
  }

  @Test
  void anObjectThatOccursTwiceIsNotTakenForASignedOne() {
    String text =
        transcript(
            exchange(
                1,
                "CreateAccount",
                "Create",
                "{\"CreateAccount\":{\"Account\":\"a@example.com\",\"Profile\":"
                    + "{\"SignedPersonalProfile\":{\"SignedData\":{\"payload\":\"!!\"}}}}}",
                "{\"CreateResponse\":{\"Status\":400}}"));
    assertTrue(text.contains("This scenario creates no profile."), text);
    assertTrue(text.contains("\"CreateRequest\""), text);
  }

  @Test
  void everyMessageHasAFileOfItsExactOctets() {
    TracedExchange first =
        exchange(1, "Hello", "Hello", "{\"Hello\":{}}", "{\"HelloResponse\":{}}");
    TracedExchange signed =
        new TracedExchange(
            12,
            new Origin(2, "delete", "delete on phone", Optional.empty(), Optional.of("phone")),
            Samples.TIME,
            "example.com",
            new Messages(
                "DeleteAccount",
                "DeleteRequest",
                "MeshResponse",
                Bytes.utf8("{\"DeleteAccount\":{}}"),
                Bytes.utf8("{\"MeshResponse\":{}}"),
                Optional.of(Bytes.utf8("{\"JoseWebSignature\":{}}"))),
            Optional.empty());
    assertEquals(
        List.of(
            "exchange-phone.request.json",
            "exchange-phone.response.json",
            "delete-phone.request.json",
            "delete-phone.signed.json",
            "delete-phone.response.json"),
        List.copyOf(TraceFiles.messages(List.of(first, signed)).keySet()));
    assertEquals(
        "{\"Hello\":{}}",
        TraceFiles.messages(List.of(first)).get("exchange-phone.request.json").utf8());
  }
}
