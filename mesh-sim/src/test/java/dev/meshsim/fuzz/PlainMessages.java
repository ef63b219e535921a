package dev.meshsim.fuzz;

import dev.meshsim.error.MeshException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rule that no class, setting or exception of a library is in a message for users. */
public final class PlainMessages {

  private static final Pattern LEAK =
      Pattern.compile(
          "\\b(?:com|org|java|javax|jdk|tools|sun|dev)\\.[a-z0-9]+\\.[A-Za-z]"
              + "|tools\\.jackson|\\bjava\\."
              + "|Feature\\b|CoercionConfig|StreamRead|JsonReader|JsonToken|Deserializ|Exception"
              + "|CTRL-CHAR|REDACTED|\\[Source|Cannot (?:construct|invoke|deserialize|coerce|cast)"
              + "|\\b(?:ALLOW|FAIL|ACCEPT|USE|STRICT|INCLUDE)_[A-Z_]+"
              + "|\\b(?:VALUE|START|END)_(?:STRING|NUMBER|TRUE|FALSE|NULL|OBJECT|ARRAY)"
              + "|\\bPROPERTY_NAME\\b|<parameter\\d");

  private PlainMessages() {}

  /** Throws unless the messages of the failure are plain. */
  public static void require(MeshException e) {
    require(e.problem());
    require(e.hint());
  }

  /** Throws unless the message is plain. */
  public static void require(String message) {
    Matcher leak = LEAK.matcher(message);
    if (leak.find()) {
      throw new AssertionError("a message shows " + leak.group() + ": " + message);
    }
  }
}
