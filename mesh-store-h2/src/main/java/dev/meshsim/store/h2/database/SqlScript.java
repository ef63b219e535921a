package dev.meshsim.store.h2.database;

import dev.meshsim.bytes.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of SQL statements among the resources. A statement ends with a semicolon at the end of a
 * line; a line that begins with two dashes is a comment.
 *
 * @param name the path below this package
 */
record SqlScript(String name, String text) {

  /** Reads a script. */
  static SqlScript read(String name) {
    try (InputStream in = SqlScript.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("this build lacks the resource " + name);
      }
      return new SqlScript(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the resource " + name + " cannot be read", e);
    }
  }

  /** The statements in their order, without comments. */
  List<String> statements() {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.startsWith("--")) {
        continue;
      }
      statement.append(line).append('\n');
      if (line.endsWith(";")) {
        String whole = statement.toString().strip();
        statements.add(whole.substring(0, whole.length() - 1));
        statement.setLength(0);
      }
    }
    if (!statement.toString().isBlank()) {
      throw new IllegalStateException("the last statement of " + name + " has no end");
    }
    return statements;
  }

  /** The SHA-256 of the statements, in hexadecimal. */
  String digest() {
    try {
      byte[] octets = String.join(";\n", statements()).getBytes(StandardCharsets.UTF_8);
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(octets)).hex();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }
}
