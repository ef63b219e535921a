package dev.meshsim.log;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A further name under which a record is found.
 *
 * @param type what kind of name it is, for example {@code UDF}
 * @param term the name, well-formed Unicode; with the type at most {@value #CHARS} characters
 */
public record IndexTerm(@JsonProperty("Type") String type, @JsonProperty("Term") String term) {

  /** The most characters that type and term have together. */
  public static final int CHARS = 4096;

  /**
   * Checks both.
   *
   * @throws PortalStoreException {@code log.bad-change} if they are too long or not well-formed
   *     Unicode
   */
  public IndexTerm {
    if (type == null || term == null) {
      throw new IllegalArgumentException("an IndexTerm has a Type and a Term");
    }
    WellFormedText.requireWellFormed("index type", type);
    WellFormedText.requireWellFormed("index term", term);
    if (type.length() + term.length() > CHARS) {
      throw PortalStoreException.badChange(
          "an index term has " + (type.length() + term.length()) + " characters, over " + CHARS,
          "use a shorter name");
    }
  }
}
