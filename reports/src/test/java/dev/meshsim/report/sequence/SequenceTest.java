package dev.meshsim.report.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SequenceTest {

  @Test
  void everythingOfACaseIsInOrderOfTime() {
    assertEquals(
        List.of(
            "Step", "Commits", "Message", "Step", "Message", "Commits", "Wait", "Message", "Step"),
        Traces.everything().entries().stream()
            .map(entry -> entry.getClass().getSimpleName())
            .toList());
    assertEquals(
        List.of(
            Lane.STORES,
            Lane.machine("desktop"),
            Lane.machine("phone"),
            Lane.portal("example.com")),
        Traces.everything().lanes());
  }

  @Test
  void aDocumentHasTheStepsAndPartiesOfItsMessages() {
    Sequence some = Traces.some();
    assertEquals(List.of(Lane.machine("phone"), Lane.portal("example.com")), some.lanes());
    assertEquals(
        List.of("Step", "Message", "Wait", "Message"),
        some.entries().stream().map(entry -> entry.getClass().getSimpleName()).toList());
    assertEquals(3, some.withoutSteps().entries().size());
  }

  @Test
  void anAnswerIsReadFromTheMessage() {
    List<Reply> replies = Traces.everything().messages().map(Entry.Message::reply).toList();
    assertEquals(List.of("201", "404", "201"), replies.stream().map(Reply::label).toList());
    assertEquals(
        List.of(false, true, false),
        Stream.of(0, 1, 2).map(i -> replies.get(i).refused()).toList());
    assertEquals(Optional.empty(), replies.get(1).reason());
  }

  @Test
  void aDurationHasItsTwoLargestUnits() {
    assertEquals("0 s", Elapsed.words(Duration.ofMillis(999)));
    assertEquals("1 min 5 s", Elapsed.words(Duration.ofSeconds(65)));
    assertEquals("8 days 3 h", Elapsed.words(Duration.ofDays(8).plusHours(3).plusSeconds(9)));
    assertEquals("1 day", Elapsed.words(Duration.ofDays(1)));
  }
}
