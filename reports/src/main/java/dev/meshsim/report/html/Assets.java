package dev.meshsim.report.html;

import dev.meshsim.bytes.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The files of the module that are copied into every page. */
public final class Assets {

  /** The style of both kinds of pages. */
  public static final Text STYLE = Text.read(Assets.class, "report.css");

  /** The script of the index. */
  static final Text INDEX_SCRIPT = Text.read(Assets.class, "index.js");

  /** The script of a case's page. */
  static final Text CASE_SCRIPT = Text.read(Assets.class, "case.js");

  /** The shapes of the verdicts, which the pages refer to. */
  static final Text SHAPES = Text.read(Assets.class, "shapes.svg");

  private Assets() {}

  /** A part of a page that is written in the source. Only a resource can become one. */
  public static final class Text {

    private final String text;
    private final String source;

    private Text(String text) {
      this.text = text;
      this.source = "'sha256-" + digest(text) + "'";
    }

    /** A resource beside a class of this module. */
    public static Text read(Class<?> owner, String name) {
      try (InputStream in = owner.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("the module lacks its resource " + name);
        }
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        // A browser counts the digest over normalized line feeds.
        return new Text(text.replace("\r\n", "\n"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The text as it is. */
    public String text() {
      return text;
    }

    /** The source expression of a content security policy that admits this text. */
    String source() {
      return source;
    }

    private static String digest(String text) {
      byte[] octets = text.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(Sha256.of(octets).toArray());
    }
  }
}
