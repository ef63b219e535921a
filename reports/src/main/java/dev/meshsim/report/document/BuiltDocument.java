package dev.meshsim.report.document;

import dev.meshsim.bytes.Bytes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A document that was built, in memory.
 *
 * @param name its file name
 * @param text its text
 * @param files the files beside it, by their paths relative to it
 * @param index its examples
 */
public record BuiltDocument(
    String name, String text, Map<String, Bytes> files, List<IndexEntry> index) {

  /** Copies the collections. */
  public BuiltDocument {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    index = List.copyOf(index);
  }
}
