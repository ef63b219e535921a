package dev.meshsim.report.document.layout;

import dev.meshsim.report.text.Folding.Folded;

/**
 * A block of a document: an example as it is shown.
 *
 * @param anchor unique in the document, for references
 * @param caption the name of the example, and what was changed for reading, {@code get.request}
 * @param note what was changed for reading, {@code white space added}; empty if nothing was
 * @param type the type as RFC XML names it, {@code json} or {@code http-message}
 * @param display the folded content, which ends with a line feed
 * @param file the path of its exact octets, relative to the document; empty if they are in none
 */
public record Block(
    String anchor, String caption, String note, Type type, Folded display, String file) {

  /** A type of content. */
  public enum Type {
    JSON("json", "json"),
    HTTP("http-message", "http"),
    /** JSON from which text was left out, so that it is JSON no longer. */
    PSEUDOCODE("pseudocode", "text"),
    DIFF("diff", "diff"),
    TEXT("text", "text");

    private final String word;
    private final String fence;

    Type(String word, String fence) {
      this.word = word;
      this.fence = fence;
    }

    /** The word in RFC XML. */
    public String word() {
      return word;
    }

    /** The word behind the fence of Markdown. */
    public String fence() {
      return fence;
    }
  }

  /** The caption with the note. */
  public String title() {
    return note.isEmpty() ? caption : caption + ", " + note;
  }

  /** The last part of the path of the exact octets. */
  public String fileName() {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
