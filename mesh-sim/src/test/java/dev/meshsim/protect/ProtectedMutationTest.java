package dev.meshsim.protect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.fuzz.Mutations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changed envelopes are refused in both directions, and no request in one reaches the service. */
class ProtectedMutationTest {

  private static final Duration TIME = Duration.ofMillis(400);

  /** Everything that is done with a changed message: to open it must fail. */
  private record Direction(Bytes message, Consumer<Bytes> open) {

    void refuses(byte[] changed) {
      Bytes octets = Bytes.of(changed);
      if (!octets.equals(message)) {
        assertThrows(ProtectException.class, () -> open.accept(octets));
      }
    }
  }

  private static List<Direction> directions(Both both) {
    ProtectedClient.Sent sent = both.sealed();
    ProtectedClient.Sent spare = both.sealed();
    Bytes answer = both.answer(sent.envelope());
    both.acted.clear();
    return List.of(
        new Direction(spare.envelope(), both::answer),
        new Direction(answer, octets -> both.client.open(octets, sent)));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyChangedOctetAndEveryPrefixIsRefused(Protection level) {
    Both both = new Both(level);
    for (Direction direction : directions(both)) {
      byte[] octets = direction.message().toArray();
      for (int at = 0; at < octets.length; at++) {
        byte[] changed = octets.clone();
        changed[at] ^= (byte) (1 << (at % 8));
        direction.refuses(changed);
        direction.refuses(Arrays.copyOf(octets, at));
      }
    }
    assertEquals(List.of(), both.acted);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void partsInAnotherPlaceAreRefused(Protection level) {
    Both both = new Both(level);
    List<Direction> directions = directions(both);
    Envelope request = Envelope.read(directions.get(0).message());
    Envelope answer = Envelope.read(directions.get(1).message());
    for (Direction direction : directions) {
      for (Envelope changed : rearranged(request, answer)) {
        direction.refuses(changed.write().toArray());
      }
      for (String more : List.of("\u001e", " ", "\u001e{}", "{}\u001e")) {
        String text =
            new String(direction.message().toArray(), java.nio.charset.StandardCharsets.ISO_8859_1);
        for (String changed : List.of(more + text, text + more)) {
          direction.refuses(changed.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }
      }
    }
    assertEquals(List.of(), both.acted);
  }

  private static List<Envelope> rearranged(Envelope one, Envelope other) {
    List<Bytes> parts = new ArrayList<>();
    for (Envelope envelope : List.of(one, other)) {
      parts.addAll(List.of(envelope.preamble(), envelope.payload(), envelope.postscript()));
    }
    List<Envelope> made = new ArrayList<>();
    for (Bytes preamble : parts) {
      for (Bytes payload : parts) {
        for (Bytes postscript : parts) {
          Envelope envelope = new Envelope(preamble, payload, postscript);
          if (!envelope.equals(one) && !envelope.equals(other)) {
            made.add(envelope);
          }
        }
      }
    }
    return made;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void mutatedMessagesAreRefused(Protection level) {
    Both both = new Both(level);
    List<Direction> directions = directions(both);
    List<byte[]> samples = directions.stream().map(d -> d.message().toArray()).toList();
    Mutations.of("protected messages " + level.label(), samples)
        .run(TIME, input -> directions.forEach(direction -> direction.refuses(input)));
    assertEquals(List.of(), both.acted);
    assertTrue(both.answer(directions.get(0).message()).length() > 0);
  }
}
