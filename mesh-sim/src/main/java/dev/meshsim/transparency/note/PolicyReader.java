package dev.meshsim.transparency.note;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.transparency.tree.TransparencyException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a policy (C2SP tlog-policy) line by line. Octets that are not ASCII are opaque. */
final class PolicyReader {

  private static final int DELETE = 0x7f;

  private final Bytes octets;
  private final WitnessPolicy.Builder policy = new WitnessPolicy.Builder();
  private int line;

  PolicyReader(Bytes octets) {
    this.octets = octets;
  }

  WitnessPolicy read() {
    if (octets.length() > WitnessPolicy.MOST_OCTETS) {
      throw TransparencyException.badPolicy(
          "it has more than " + WitnessPolicy.MOST_OCTETS + " octets");
    }
    // One character for each octet, so that names are compared as octets.
    String all = new String(octets.toArray(), StandardCharsets.ISO_8859_1);
    for (String text : all.split("\n", -1)) {
      line++;
      if (text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == DELETE)) {
        throw bad("it has a control character");
      }
      List<String> words = Arrays.stream(text.split("[ \t]+")).filter(w -> !w.isEmpty()).toList();
      if (!words.isEmpty() && words.get(0).charAt(0) != '#') {
        Optional<String> problem = take(words);
        if (problem.isPresent()) {
          throw bad(problem.get());
        }
      }
    }
    return policy
        .build()
        .orElseThrow(() -> TransparencyException.badPolicy("it has no line 'quorum NAME'"));
  }

  private Optional<String> take(List<String> words) {
    int count = words.size();
    switch (words.get(0)) {
      case "log":
        return count == 2 || count == 3
            ? policy.log(key(words.get(1)), url(words, 2))
            : Optional.of("the form is: log KEY [URL]");
      case "witness":
        return count == 3 || count == 4
            ? policy.witness(words.get(1), key(words.get(2)), url(words, 3))
            : Optional.of("the form is: witness NAME KEY [URL]");
      case "group":
        return count >= 4
            ? policy.group(words.get(1), words.get(2), words.subList(3, count))
            : Optional.of("the form is: group NAME all|any|NUMBER NAME...");
      case "quorum":
        return count == 2
            ? policy.quorum(words.get(1))
            : Optional.of("the form is: quorum NAME, or quorum none");
      default:
        return Optional.of("a line begins with log, witness, group, quorum or #");
    }
  }

  private NoteKey key(String word) {
    try {
      return NoteKey.parse(utf8(word));
    } catch (TransparencyException e) {
      throw bad(e.problem());
    }
  }

  private static Optional<String> url(List<String> words, int at) {
    return words.size() > at ? Optional.of(utf8(words.get(at))) : Optional.empty();
  }

  private static String utf8(String word) {
    return new String(word.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private TransparencyException bad(String problem) {
    return TransparencyException.badPolicy("line " + line + ": " + problem);
  }
}
