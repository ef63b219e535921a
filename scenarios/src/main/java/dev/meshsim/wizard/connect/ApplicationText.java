package dev.meshsim.wizard.connect;

import dev.meshsim.json.MeshJson;
import dev.meshsim.profile.application.ApplicationDevicePrivate;
import dev.meshsim.profile.application.ApplicationDevicePublic;
import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.session.application.ApplicationSession;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that a device can read of an application of any type, as JSON: {@code content}, which its
 * devices share; {@code published}, which everybody reads; {@code devices}, a list of what each
 * device publishes about itself; {@code device}, what this device keeps for itself. A member that
 * the type does not have is left out.
 */
public final class ApplicationText {

  private static final JsonMapper MAPPER = new JsonMapper();

  private ApplicationText() {}

  /** The type of an application. It is registered, since a session could open it. */
  public static ApplicationType<?> type(ApplicationSession application) {
    return ApplicationTypes.installed().tagged(application.type()).orElseThrow();
  }

  /**
   * The JSON of an application.
   *
   * @param secrets false to hide passwords and private keys
   */
  public static ObjectNode of(ApplicationSession application, boolean secrets) {
    ApplicationType<?> type = type(application);
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.set("content", tree(application.content(type.content()), secrets));
    type.published()
        .ifPresent(part -> all.set("published", tree(application.published(part), secrets)));
    type.devicePublic()
        .ifPresent(
            part -> {
              ArrayNode list = all.putArray("devices");
              published(application, part).forEach(each -> list.add(tree(each, secrets)));
            });
    type.devicePrivate()
        .flatMap(part -> kept(application, part))
        .ifPresent(own -> all.set("device", tree(own, secrets)));
    return all;
  }

  private static Collection<Record> published(
      ApplicationSession application, Class<? extends ApplicationDevicePublic> part) {
    return application.ownDevice().all(part).stream().map(Record.class::cast).toList();
  }

  private static Optional<Record> kept(
      ApplicationSession application, Class<? extends ApplicationDevicePrivate> part) {
    return application.ownDevice().kept(part).map(Record.class::cast);
  }

  private static JsonNode tree(Record record, boolean secrets) {
    JsonNode tree = MeshJson.toTree(record);
    if (!secrets) {
      HiddenMembers.hide(record, tree);
    }
    return tree;
  }

  /** The place of a hidden member in JSON of {@link #of}; empty if none is hidden. */
  public static Optional<String> hidden(JsonNode tree) {
    return HiddenMembers.find(tree);
  }

  /** An application as indented JSON, without what this device keeps for programs. */
  static List<String> lines(ApplicationSession application) {
    ObjectNode all = of(application, true);
    all.remove("device");
    JsonNode shown = all.size() == 1 ? all.path("content") : all;
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(shown).lines().toList();
  }
}
