package dev.meshsim.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.Entries;
import dev.meshsim.profile.merge.Identity;
import java.util.List;

/** A type of application that a program adds: notes, each with a title of its own. */
public final class TestNotesType extends ApplicationType<TestNotesType.TestNotesPrivate> {

  /** The type. */
  public TestNotesType() {
    super("TestNotesProfile", TestNotesPrivate.class, new TestNotesPrivate(List.of()));
  }

  /** One note. */
  public record TestNote(
      @Identity @JsonProperty("Title") String title, @JsonProperty("Text") String text) {}

  /** The content. */
  public record TestNotesPrivate(@JsonProperty("Notes") List<TestNote> notes) {

    TestNotesPrivate with(String title, String text) {
      return new TestNotesPrivate(Entries.with(notes, TestNote::title, new TestNote(title, text)));
    }
  }
}
