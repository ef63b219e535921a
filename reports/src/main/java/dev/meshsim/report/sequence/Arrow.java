package dev.meshsim.report.sequence;

import java.util.List;

/**
 * An arrow of a laid out diagram.
 *
 * @param fault the fault that the message met, in words; empty if none
 */
record Arrow(Lane from, Lane to, String label, String fault) {

  /** The arrows of an entry: two for a message, none for a step or a wait. */
  static List<Arrow> of(Entry entry, Captions captions) {
    if (entry instanceof Entry.Message message) {
      return List.of(
          new Arrow(message.from(), message.to(), captions.request(message), ""),
          new Arrow(
              message.to(), message.from(), captions.reply(message), captions.fault(message)));
    } else if (entry instanceof Entry.Commits commits) {
      return List.of(new Arrow(commits.from(), Lane.STORES, commits.words(), ""));
    }
    return List.of();
  }
}
