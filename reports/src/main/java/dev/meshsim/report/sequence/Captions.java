package dev.meshsim.report.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts at a diagram's boxes and arrows: in full, or short ones that a legend explains. */
final class Captions {

  private static final int LETTERS = 26;

  private final List<String> names;
  private final Map<Entry.Message, String> numbers = new HashMap<>();
  private final List<String> legend = new ArrayList<>();

  private Captions(Sequence sequence, boolean letters, boolean numbered) {
    List<String> full = sequence.lanes().stream().map(Lane::name).toList();
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < full.size(); i++) {
      shown.add(letters ? letter(i) : full.get(i));
      if (letters) {
        legend.add(letter(i) + " = " + full.get(i));
      }
    }
    this.names = List.copyOf(shown);
    if (numbered) {
      sequence.messages().forEach(this::number);
    }
  }

  /** From the texts in full to the shortest ones. */
  static List<Captions> ofAllForms(Sequence sequence) {
    return List.of(
        new Captions(sequence, false, false),
        new Captions(sequence, false, true),
        new Captions(sequence, true, true));
  }

  private static String letter(int index) {
    return (index < LETTERS ? "" : String.valueOf(index / LETTERS))
        + (char) ('A' + index % LETTERS);
  }

  private void number(Entry.Message message) {
    String number = "(" + (numbers.size() + 1) + ")";
    numbers.put(message, number);
    String fault = faultText(message);
    legend.add(
        number
            + " "
            + message.exchange().transaction()
            + ", answered "
            + replyText(message)
            + (fault.isEmpty() ? "" : ", " + fault));
  }

  /** The name in the box of a lane. */
  String name(int lane) {
    return names.get(lane);
  }

  /** The label of the arrow of a request. */
  String request(Entry.Message message) {
    return Optional.ofNullable(numbers.get(message)).orElse(message.exchange().transaction());
  }

  /** The label of the arrow of an answer. */
  String reply(Entry.Message message) {
    return Optional.ofNullable(numbers.get(message)).orElseGet(() -> replyText(message));
  }

  /** The fault of a message; empty if it has none, or if the legend has it. */
  String fault(Entry.Message message) {
    return numbers.containsKey(message) ? "" : faultText(message);
  }

  /** The lines of the legend; empty if all texts are in full. */
  List<String> legend() {
    return legend;
  }

  private static String replyText(Entry.Message message) {
    Reply reply = message.reply();
    boolean refused = reply.refused() && reply.status().isPresent();
    return reply.label()
        + (refused ? " refused" : "")
        + reply.reason().map(word -> " (" + word + ")").orElse("");
  }

  private static String faultText(Entry.Message message) {
    return message.exchange().fault().map(words -> "fault: " + words).orElse("");
  }
}
