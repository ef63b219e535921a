package dev.meshsim.wizard;

import dev.meshsim.error.MeshException;
import dev.meshsim.protocol.AccountName;
import dev.meshsim.protocol.AccountNameException;
import dev.meshsim.protocol.NameLanguage;
import dev.meshsim.protocol.ValidateResponse;
import dev.meshsim.session.MeshSession;
import dev.meshsim.udf.Udf;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The check of an account name while it is typed (developer-08 section 6.4). */
public final class AccountCheck {

  private final MeshSession session;

  /** A check that asks the portals of a session. */
  public AccountCheck(MeshSession session) {
    this.session = session;
  }

  /**
   * A question for the name of an account that shall be made for a profile. The portal may have
   * made it already without having acknowledged it.
   *
   * @param profile the profile; empty if it is not made yet
   */
  public Question forNew(Prompt prompt, Optional<Udf> profile) {
    return Question.of(prompt.about(), AccountCheck::form).inquiring(typed -> free(typed, profile));
  }

  /** A question for the name of an account that is there. */
  public static Question forExisting(Prompt prompt) {
    return Question.of(
        prompt.about(),
        typed -> {
          Verdict form = form(typed);
          return form.kind() == Verdict.Kind.UNKNOWN ? Verdict.good("") : form;
        });
  }

  private static Verdict form(String typed) {
    String name = typed.strip();
    int at = name.indexOf('@');
    if (at < 0 || at == name.length() - 1) {
      return Verdict.unfinished(at < 0 ? "write user@domain" : "add the portal's domain");
    }
    try {
      AccountName.parse(name);
      return Verdict.unknown("");
    } catch (AccountNameException e) {
      return Verdict.bad(e.objection().in(NameLanguage.EN));
    }
  }

  private Verdict free(String typed, Optional<Udf> profile) {
    String name = typed.strip();
    try {
      ValidateResponse response = session.validate(name);
      if (Boolean.TRUE.equals(response.valid())) {
        return Verdict.good("free");
      }
      if (profile.isPresent() && session.profileAt(name).equals(profile)) {
        return Verdict.good("is there, and this profile's own");
      }
      @Nullable String reason = response.reason();
      return Verdict.bad(reason == null ? "the portal refuses this name" : reason);
    } catch (MeshException e) {
      return Verdict.bad(e.problem());
    }
  }
}
