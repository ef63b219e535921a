package dev.meshsim.scenario.reader;

import dev.meshsim.error.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The codes of all failures, of the modules on the class path. Each module lists its enums of codes
 * in {@code META-INF/dev.meshsim/error-codes}, a class name a line; so does a store or an
 * application of a user's own. {@code ServiceLoader} would not do: it makes no enums.
 */
final class KnownCodes {

  static final String FILE = "META-INF/dev.meshsim/error-codes";

  private static final SortedSet<String> ALL = read(KnownCodes.class.getClassLoader());

  private KnownCodes() {}

  /** Every code, sorted. */
  static SortedSet<String> all() {
    return ALL;
  }

  /** The codes of the family of this code; all families if there is no such. */
  static List<String> near(String code) {
    String family = family(code);
    List<String> same = ALL.stream().filter(known -> family(known).equals(family)).toList();
    return same.isEmpty()
        ? ALL.stream().map(known -> family(known) + ".*").distinct().toList()
        : same;
  }

  private static String family(String code) {
    return code.substring(0, Math.max(0, code.lastIndexOf('.')));
  }

  private static SortedSet<String> read(ClassLoader loader) {
    SortedSet<String> codes = new TreeSet<>();
    try {
      for (URL file : Collections.list(loader.getResources(FILE))) {
        try (var lines =
            new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
          lines
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .forEach(name -> codes.addAll(codesOf(name, loader)));
        }
      }
      return Collections.unmodifiableSortedSet(codes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> codesOf(String name, ClassLoader loader) {
    try {
      Object[] constants = Class.forName(name, true, loader).getEnumConstants();
      if (constants == null) {
        throw new IllegalStateException(name + " in " + FILE + " is no enum");
      }
      return List.of(constants).stream().map(ErrorCode.class::cast).map(ErrorCode::code).toList();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(FILE + " lists a class that is not there", e);
    }
  }
}
