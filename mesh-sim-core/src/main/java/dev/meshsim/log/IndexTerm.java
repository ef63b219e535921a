package dev.meshsim.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * A further name under which a record is found.
 *
 * @param type what kind of name it is, for example {@code UDF}
 * @param term the name, well-formed Unicode
 */
public record IndexTerm(@JsonProperty("Type") String type, @JsonProperty("Term") String term) {

  /** Checks that both are well-formed Unicode. */
  public IndexTerm {
    Texts.requireWellFormed("index type", Objects.requireNonNull(type));
    Texts.requireWellFormed("index term", Objects.requireNonNull(term));
  }
}
