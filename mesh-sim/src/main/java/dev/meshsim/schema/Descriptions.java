package dev.meshsim.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The descriptions that were taken from Javadoc while the classes were compiled. */
final class Descriptions {

  private static final String PLACE = "/META-INF/dev.meshsim/schema/";

  /** The class's own name in the schema, which the reader of a schema has before him. */
  private static final Pattern OWN_NAME = Pattern.compile(" \\(schema [^)]*\\)");

  /** Sentences about the class in Java. */
  private static final Pattern OF_JAVA =
      Pattern.compile(
          "(?<= |^)(Immutable|A record implements|[^.]*never change (it|them))[^.]*\\.( |$)"
              + "|[;:,]? see `[^`]*`");

  private static final Pattern NULL = Pattern.compile("\\bnull\\b");

  private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

  private Descriptions() {}

  /** The description of a class. */
  static String of(Class<?> type) {
    return member(type, "");
  }

  /** The description of a member by its Java name; empty if the class has none. */
  static String member(Class<?> type, String member) {
    return READ.computeIfAbsent(type.getName(), name -> read(type)).getOrDefault(member, "");
  }

  private static Map<String, String> read(Class<?> type) {
    try (InputStream in = type.getResourceAsStream(PLACE + type.getName())) {
      return in == null
          ? Map.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.split("\t", 2))
              .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> text(cells[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        i++;
        text.append(line.charAt(i) == 'n' ? '\n' : line.charAt(i));
      } else {
        text.append(c);
      }
    }
    String own = OWN_NAME.matcher(text).replaceAll("");
    return sentence(OF_JAVA.matcher(own).replaceAll("").strip());
  }

  /** A text that begins with a capital and ends with a full stop; a null is an absent member. */
  private static String sentence(String javadoc) {
    String text =
        NULL.matcher(javadoc).replaceAll("absent").replaceFirst("[,;] or absent\\.?$", "");
    if (text.isEmpty()) {
      return text;
    }
    String begun =
        Character.isLowerCase(text.charAt(0))
            ? Character.toUpperCase(text.charAt(0)) + text.substring(1)
            : text;
    return begun.matches("(?s).*[.:?!]") ? begun : begun + ".";
  }
}
