package dev.meshsim.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names of a scenario's messages. Files, links and documents find a message by its name, which
 * does not change when steps are added elsewhere.
 *
 * <p>A step is named by its label, or else by its word and its machine: {@code connect-phone}. The
 * exchange of a step that sends only one has the step's name; of several each adds its transaction:
 * {@code connect-phone.ConnectStart}. The second of two alike, steps or exchanges, ends in {@code
 * .2}; a label avoids that. A message adds its direction: {@code connect-phone.Get.response}.
 */
public final class MessageNames {

  /** The direction of a request as it was before it was signed. */
  public static final String REQUEST = "request";

  /** The direction of the signed envelope that was sent in place of a bare request. */
  public static final String SIGNED = "signed";

  /** The direction of a response. */
  public static final String RESPONSE = "response";

  /** The directions, in the order in which a document shows them. */
  public static final List<String> DIRECTIONS = List.of(REQUEST, SIGNED, RESPONSE);

  private static final int LONGEST = 64;

  private final Map<Integer, String> names;

  private MessageNames(Map<Integer, String> names) {
    this.names = names;
  }

  /** The names in a scenario that sent these exchanges. */
  public static MessageNames of(List<TracedExchange> exchanges) {
    Map<Integer, String> steps = steps(exchanges);
    Map<Integer, Integer> sent = new HashMap<>();
    exchanges.forEach(exchange -> sent.merge(exchange.step(), 1, Integer::sum));
    Map<Integer, String> names = new LinkedHashMap<>();
    Map<String, Integer> used = new HashMap<>();
    for (TracedExchange exchange : exchanges) {
      String step = steps.getOrDefault(exchange.step(), "");
      String name =
          sent.getOrDefault(exchange.step(), 0) == 1
              ? step
              : numbered(step + "." + plain(exchange.transaction()), used);
      names.put(exchange.number(), name);
    }
    return new MessageNames(names);
  }

  private static Map<Integer, String> steps(List<TracedExchange> exchanges) {
    Map<Integer, String> steps = new HashMap<>();
    Map<String, Integer> used = new HashMap<>();
    for (TracedExchange exchange : exchanges) {
      if (!steps.containsKey(exchange.step())) {
        String name = step(exchange.label(), exchange.call(), exchange.machine());
        steps.put(exchange.step(), numbered(name, used));
      }
    }
    return steps;
  }

  /**
   * The name of a step, before steps alike are told apart.
   *
   * @param label the name that the scenario gives
   * @param word the step's word
   * @param machine the machine that acts
   */
  public static String step(Optional<String> label, String word, Optional<String> machine) {
    return label
        .map(MessageNames::plain)
        .orElseGet(() -> plain(word + machine.map(name -> "-" + name).orElse("")));
  }

  /** A name of its own; names that differ in case only would be one file on some systems. */
  private static String numbered(String name, Map<String, Integer> used) {
    int number = used.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
    return number == 1 ? name : name + "." + number;
  }

  /** Text of others as a part of a file's name: letters, digits, hyphens and underscores. */
  private static String plain(String text) {
    String kept = text.replaceAll("[^A-Za-z0-9_-]+", "-");
    String part = kept.substring(0, Math.min(LONGEST, kept.length()));
    return part.chars().allMatch(c -> c == '-') ? "unnamed" : part;
  }

  /** The name of an exchange, {@code connect-phone.Get}. */
  public String of(TracedExchange exchange) {
    return names.getOrDefault(exchange.number(), "unnamed");
  }
}
