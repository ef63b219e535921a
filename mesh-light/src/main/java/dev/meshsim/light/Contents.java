package dev.meshsim.light;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.json.JsonException;
import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.session.PersonalSession;
import dev.meshsim.session.application.ApplicationSession;

/** Reads and updates the content of applications as JSON. */
final class Contents {

  private Contents() {}

  static LightApplication read(String account, ApplicationSession application) {
    Record content = application.content(type(application.type()).content());
    return new LightApplication(
        account, application.udf().text(), application.type(), MeshJson.write(content).utf8());
  }

  static LightApplication update(PersonalSession session, LightApplication got, String content) {
    ApplicationType<?> type = type(got.type());
    Record before = parse(type, got.content());
    Record after = parse(type, content);
    ApplicationSession application = session.application(got.udf());
    change(application, type, before, after);
    return read(got.account(), application);
  }

  private static <C extends Record> void change(
      ApplicationSession application, ApplicationType<C> type, Record before, Record after) {
    Class<C> kind = type.content();
    C now = application.content(kind);
    C merged = type.merge(kind.cast(before), kind.cast(after), now).result();
    if (!merged.equals(now)) {
      application.change(kind, published -> merged);
      application.update();
    }
  }

  /** The type of an application that a session could open; it is registered therefore. */
  private static ApplicationType<?> type(String tag) {
    return ApplicationTypes.installed()
        .tagged(tag)
        .orElseThrow(() -> LightException.badContent(tag, "no such type is registered"));
  }

  private static <C extends Record> C parse(ApplicationType<C> type, String content) {
    try {
      return MeshJson.read(Bytes.utf8(content), type.content());
    } catch (JsonException e) {
      throw LightException.badContent(type.tag(), e.problem());
    }
  }
}
