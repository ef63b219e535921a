package dev.meshsim.schema.text;

import dev.meshsim.schema.Schema;
import dev.meshsim.schema.SchemaObject;
import dev.meshsim.schema.SchemaStatus;
import dev.meshsim.schema.text.Statement.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names that a schema defines, and the places where names are used. */
final class Definitions {

  private final Map<String, Integer> objects = new HashMap<>();
  private final Map<String, Integer> transactions = new HashMap<>();
  private final Map<String, Integer> statuses = new HashMap<>();
  private final Set<String> declared = new HashSet<>();
  private final List<Word> objectsUsed = new ArrayList<>();
  private final List<Word> basesUsed = new ArrayList<>();
  private final List<Word> messagesUsed = new ArrayList<>();
  private final List<Word> statusesUsed = new ArrayList<>();

  void object(Word name) {
    define(objects, "object", name);
  }

  void transaction(Word name) {
    define(transactions, "transaction", name);
  }

  void status(Word name) {
    define(statuses, "status", name);
  }

  private static void define(Map<String, Integer> names, String kind, Word name) {
    Integer before = names.putIfAbsent(name.text(), name.place().line());
    if (before != null) {
      throw SchemaTextException.twice(name.place(), kind, name.text(), before);
    }
  }

  /** A name of another file. */
  void declare(String name) {
    declared.add(name);
  }

  void usesObject(Word name) {
    objectsUsed.add(name);
  }

  void usesBase(Word name) {
    objectsUsed.add(name);
    basesUsed.add(name);
  }

  void usesMessage(Word name) {
    messagesUsed.add(name);
  }

  void usesStatus(Word name) {
    statusesUsed.add(name);
  }

  /** Refuses a name that nothing defines, and an object that is its own base. */
  void check(Schema schema) {
    Set<String> names = new TreeSet<>(objects.keySet());
    names.addAll(declared);
    require(objectsUsed, "object", names);
    Set<String> messages = new TreeSet<>(declared);
    schema.objects().stream()
        .filter(object -> object.kind() == SchemaObject.Kind.MESSAGE)
        .forEach(message -> messages.add(message.name()));
    require(messagesUsed, "message", messages);
    Set<String> known = new TreeSet<>();
    schema.statuses().stream().map(SchemaStatus::name).forEach(known::add);
    require(statusesUsed, "status", known);
    for (Word base : basesUsed) {
      Set<String> passed = new HashSet<>();
      String at = base.text();
      while (schema.object(at).isPresent()) {
        if (!passed.add(at)) {
          throw SchemaTextException.name(
              base.place(),
              "the object inherits itself, through " + String.join(", ", new TreeSet<>(passed)),
              "take one Inherits away");
        }
        at = schema.object(at).flatMap(SchemaObject::base).orElse("");
      }
    }
  }

  private static void require(List<Word> used, String kind, Set<String> known) {
    for (Word word : used) {
      if (!known.contains(word.text())) {
        throw SchemaTextException.unknown(word.place(), kind, word.text(), known);
      }
    }
  }
}
