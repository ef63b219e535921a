package dev.meshsim.wizard.connect;

import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.session.application.ApplicationSession;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The content of an application as indented JSON. */
final class ContentText {

  private static final JsonMapper MAPPER = new JsonMapper();

  private ContentText() {}

  static List<String> lines(ApplicationSession application) {
    Record content =
        application.content(
            ApplicationTypes.installed().tagged(application.type()).orElseThrow().content());
    return MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(MeshJson.toTree(content))
        .lines()
        .toList();
  }
}
