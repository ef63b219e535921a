package dev.meshsim.log;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The action of a record on its primary key, with the values of the 2016 and 2017 logs. */
public enum Action {
  /** The first record of a key, or the first after a Delete. */
  @JsonProperty("New")
  NEW,
  /** A later version. */
  @JsonProperty("Update")
  UPDATE,
  /** The end of a key; the record has no text. */
  @JsonProperty("Delete")
  DELETE
}
