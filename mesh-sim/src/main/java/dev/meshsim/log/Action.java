package dev.meshsim.log;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a record says about its primary key; the values that the 2016 and 2017 logs use. */
public enum Action {
  /** The first record of a key, or the first after a Delete. */
  @JsonProperty("New")
  NEW,
  /** A later version. */
  @JsonProperty("Update")
  UPDATE,
  /** The key has no state any more; the record has no text. */
  @JsonProperty("Delete")
  DELETE
}
