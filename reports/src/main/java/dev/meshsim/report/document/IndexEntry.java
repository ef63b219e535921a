package dev.meshsim.report.document;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An example of a document, for the index beside it.
 *
 * @param document the document's file
 * @param line the line on which the content of the block begins, counted from 1
 * @param label the name of the message
 * @param form the word of the form
 * @param part the JSON Pointer; empty for a whole message
 * @param file the path of the exact octets, relative to the document
 * @param sha256 their digest, lower-case hexadecimal
 * @param octets their number
 * @param finalNewline true if they end with a line feed
 * @param fold none, single or double, as RFC 8792 names its strategies
 * @param width the most columns of a line
 * @param change what differs besides: nothing, line ends of the head, white space, shortened or
 *     base64url
 */
public record IndexEntry(
    String document,
    int line,
    String label,
    String form,
    String part,
    String file,
    String sha256,
    int octets,
    boolean finalNewline,
    String fold,
    int width,
    Change change) {

  /** The changes of a block besides folding. */
  public enum Change {
    NOTHING("nothing"),
    /** The head has LF in place of CRLF. */
    HTTP_HEAD("line ends of the head"),
    WHITE_SPACE("white space"),
    SHORTENED("shortened"),
    /** The octets are in base64url. */
    BASE64URL("base64url");

    private final String word;

    Change(String word) {
      this.word = word;
    }

    /** The word in the index. */
    public String word() {
      return word;
    }
  }

  /** The entry as members of a JSON object. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("document", document);
    members.put("line", line);
    members.put("label", label);
    members.put("form", form);
    members.put("part", part);
    members.put("file", file);
    members.put("sha256", sha256);
    members.put("octets", octets);
    members.put("finalNewline", finalNewline);
    members.put("fold", fold);
    members.put("width", width);
    members.put("changed", change.word());
    return members;
  }
}
