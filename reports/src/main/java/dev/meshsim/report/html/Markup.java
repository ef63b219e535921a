package dev.meshsim.report.html;

import dev.meshsim.error.Quote;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * A writer of HTML and of the SVG in it. Texts and attribute values are escaped here and nowhere
 * else; a caller writes markup only as the names of elements and attributes, or as an {@link
 * Assets.Text} of our own resources. Characters that would mislead a reader are written as {@link
 * Quote} does; line feeds stay.
 */
public final class Markup {

  /** Elements of HTML without content and without an end tag. */
  private static final Set<String> VOID = Set.of("meta", "input", "br");

  private final StringBuilder out = new StringBuilder(1 << 14);
  private final Deque<String> open = new ArrayDeque<>();

  /** An empty document. */
  public Markup() {}

  /** The declaration of the document's type. */
  public Markup doctype() {
    out.append("<!doctype html>\n");
    return this;
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn; an attribute with an empty value is left out,
   *     except {@code alt} and {@code value}
   */
  public Markup open(String element, String... attributes) {
    start(element, attributes);
    if (!VOID.contains(element)) {
      open.push(element);
    }
    return this;
  }

  /** Begins an element that has an attribute without a value, {@code open} or {@code hidden}. */
  public Markup openWith(String flag, String element, String... attributes) {
    open(element, attributes);
    out.setLength(out.length() - 1);
    out.append(' ').append(name(flag)).append('>');
    return this;
  }

  private void start(String element, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("an attribute of " + element + " has no value");
    }
    out.append('<').append(name(element));
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty() || attributes[i].equals("value")) {
        out.append(' ').append(name(attributes[i])).append("=\"");
        escape(attributes[i + 1]);
        out.append('"');
      }
    }
    out.append('>');
  }

  /** Ends the innermost element. */
  public Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Ends the innermost element, and the line. */
  public Markup closeLine() {
    close();
    out.append('\n');
    return this;
  }

  /** Writes text. */
  public Markup text(String text) {
    escape(text);
    return this;
  }

  /** Writes an element with only a text in it. */
  public Markup element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** Writes a part of the pages that is a file of ours. */
  public Markup asset(Assets.Text asset) {
    out.append(asset.text());
    return this;
  }

  /** Writes markup that was made apart. */
  public Markup markup(Markup part) {
    out.append(part.document());
    return this;
  }

  /**
   * The document so far.
   *
   * @throws IllegalStateException if an element has not been ended
   */
  public String document() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not ended: " + open);
    }
    return out.toString();
  }

  /** A name is written in the source; the check holds a text off that was put in its place. */
  private static String name(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z')
          && !(c >= 'A' && c <= 'Z')
          && !(c >= '0' && c <= '9')
          && c != '-') {
        throw new IllegalArgumentException("not the name of an element: " + Quote.text(name));
      }
    }
    return name;
  }

  private void escape(String text) {
    String shown = isPlain(text) ? text : Quote.lines(text);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && (c < ' ' || c >= 0x7f)) {
        return false;
      }
    }
    return true;
  }
}
