package dev.meshsim.protocol;

import dev.meshsim.error.Quote;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * The reason why an account name cannot be created, which can be said in each {@link NameLanguage}.
 *
 * @param kind the kind of reason
 * @param details what the kind's text names: numbers and quoted text
 */
public record NameObjection(Kind kind, List<String> details) implements Serializable {

  /** The reasons, each with its text in every language; {@code %s} is a detail. */
  public enum Kind {
    TOO_LONG(
        0, //
        "it is far too long",
        "er ist viel zu lang",
        "il est beaucoup trop long"),
    NO_AT(
        0, //
        "it has no \"@\"",
        "er hat kein \"@\"",
        "il n'a pas de \"@\""),
    LENGTH(
        2,
        "the part before \"@\" has %s characters, not 1 to %s",
        "der Teil vor \"@\" hat %s Zeichen, nicht 1 bis %s",
        "la partie avant \"@\" a %s caract\u00e8res, et non 1 \u00e0 %s"),
    CHARACTER(
        1,
        "it has the character %s before \"@\"",
        "er hat das Zeichen %s vor \"@\"",
        "il a le caract\u00e8re %s avant \"@\""),
    INVISIBLE(
        1,
        "it has the invisible character %s",
        "er hat das unsichtbare Zeichen %s",
        "il a le caract\u00e8re invisible %s"),
    NO_DOMAIN(
        0,
        "the part after \"@\" is not a domain name",
        "der Teil nach \"@\" ist kein Domainname",
        "la partie apr\u00e8s \"@\" n'est pas un nom de domaine"),
    OTHER_DOMAIN(
        2,
        "this portal's accounts end with @%s, not @%s",
        "die Konten dieses Portals enden mit @%s, nicht mit @%s",
        "les comptes de ce portail se terminent par @%s, et non par @%s"),
    NOT_AVAILABLE(
        0,
        "That name is not available",
        "Dieser Name ist nicht verf\u00fcgbar",
        "Ce nom n'est pas disponible");

    private final int count;
    private final String english;
    private final String german;
    private final String french;

    Kind(int count, String english, String german, String french) {
      this.count = count;
      this.english = english;
      this.german = german;
      this.french = french;
    }

    private String template(NameLanguage language) {
      return switch (language) {
        case EN -> english;
        case DE -> german;
        case FR -> french;
      };
    }
  }

  /** Checks the number of details. */
  public NameObjection {
    details = List.copyOf(details);
    if (details.size() != kind.count) {
      throw new IllegalArgumentException(kind + " has " + kind.count + " details");
    }
  }

  /** A reason with the texts or numbers that it names; the texts are quoted. */
  public static NameObjection of(Kind kind, Object... details) {
    return new NameObjection(
        kind, List.of(details).stream().map(detail -> Quote.brief(detail.toString())).toList());
  }

  /** The reason in a few words. */
  public String in(NameLanguage language) {
    return String.format(Locale.ROOT, kind.template(language), details.toArray());
  }

  /** The reason in English. */
  @Override
  public String toString() {
    return in(NameLanguage.EN);
  }
}
