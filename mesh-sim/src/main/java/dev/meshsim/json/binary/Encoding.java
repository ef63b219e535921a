package dev.meshsim.json.binary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An encoding of messages: the octets that stand for a tree of JSON. */
public enum Encoding {
  /** JSON in UTF-8 (RFC 8259). */
  JSON("json", "JSON", "application/json"),
  /** JSON-B: binary strings, numbers and data. */
  JSON_B("json-b", "JSON-B", "application/json-b"),
  /** JSON-C: JSON-B with codes for repeated strings. */
  JSON_C("json-c", "JSON-C", "application/json-c");

  private final String label;
  private final String title;
  private final String mediaType;

  Encoding(String label, String title, String mediaType) {
    this.label = label;
    this.title = title;
    this.mediaType = mediaType;
  }

  /** The name in options and files, {@code json-b} for example. */
  public String label() {
    return label;
  }

  /** The name in a sentence, {@code JSON-B} for example. */
  public String title() {
    return title;
  }

  /** The media type; no registry has those of the binary encodings. */
  public String mediaType() {
    return mediaType;
  }

  /** The labels of all encodings, the default first. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Encoding::label).toList();
  }

  /**
   * Finds an encoding by its label.
   *
   * @throws EncodingException {@code encoding.unknown} if no encoding has it
   */
  public static Encoding named(String label) {
    return Arrays.stream(values())
        .filter(encoding -> encoding.label.equals(label))
        .findFirst()
        .orElseThrow(() -> EncodingException.unknown(label, labels()));
  }

  /**
   * The encoding of a media type, in any case and with or without parameters; empty if it has none.
   * Of the parameters only {@code charset} counts, and it is UTF-8.
   */
  public static Optional<Encoding> ofMediaType(@Nullable String mediaType) {
    if (mediaType == null) {
      return Optional.empty();
    }
    String[] parts = mediaType.toLowerCase(Locale.ROOT).split(";", -1);
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return Optional.empty();
      }
    }
    String type = parts[0].strip();
    return Arrays.stream(values()).filter(each -> each.mediaType.equals(type)).findFirst();
  }
}
