package dev.meshsim.store.registry.hive;

import java.util.Comparator;

/**
 * The registry's comparison of names: case-insensitive, by UTF-16 unit, in no locale.
 *
 * <p>A letter goes to its capital only if that capital's small letter is the same letter again. So
 * the dotless i is not an I, nor the long s an S, nor the final sigma a capital sigma, as in the
 * table of Windows; letters beyond U+FFFF have no case. Names in small letters, which canonical
 * account names are, therefore never fall together.
 */
public final class NameOrder {

  /** The order of the names in a key; equal are those that the registry cannot tell apart. */
  static final Comparator<String> ORDER = NameOrder::compare;

  private NameOrder() {}

  /** The form under which names are compared. */
  public static String of(String name) {
    char[] units = name.toCharArray();
    for (int i = 0; i < units.length; i++) {
      units[i] = compared(units[i]);
    }
    return new String(units);
  }

  public static boolean same(String one, String other) {
    return compare(one, other) == 0;
  }

  /** Compares {@link #of} of both names, and reads no further than to the first difference. */
  private static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      int difference = compared(one.charAt(i)) - compared(other.charAt(i));
      if (difference != 0) {
        return difference;
      }
    }
    return one.length() - other.length();
  }

  private static char compared(char unit) {
    char capital = Character.toUpperCase(unit);
    return Character.toLowerCase(capital) == unit ? capital : unit;
  }
}
