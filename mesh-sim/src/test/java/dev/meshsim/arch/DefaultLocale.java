package dev.meshsim.arch;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitReferenceTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The methods of the JDK that read a default of the platform: the locale, with its digits and its
 * rules for capitals, the time zone or the character set. Each is allowed with an argument that
 * replaces the default. Concatenation with {@code +} is no call of these, and never localized.
 */
final class DefaultLocale {

  private static final String CONSTRUCTOR = "<init>";

  /** Methods that read a default unless an argument is a {@link Locale}. */
  private static final Map<String, Set<String>> LOCALIZED =
      Map.ofEntries(
          Map.entry(
              "java.lang.String", Set.of("format", "formatted", "toUpperCase", "toLowerCase")),
          Map.entry("java.io.PrintStream", Set.of("format", "printf")),
          Map.entry("java.io.PrintWriter", Set.of("format", "printf")),
          Map.entry("java.io.Console", Set.of("format", "printf", "readLine", "readPassword")),
          Map.entry("java.util.Formatter", Set.of(CONSTRUCTOR)),
          Map.entry("java.util.Scanner", Set.of(CONSTRUCTOR)),
          Map.entry("java.util.Calendar", Set.of("getInstance")),
          Map.entry("java.util.GregorianCalendar", Set.of(CONSTRUCTOR)),
          Map.entry("java.util.Currency", Set.of("getSymbol", "getDisplayName")),
          Map.entry("java.util.ResourceBundle", Set.of("getBundle")),
          Map.entry("java.text.SimpleDateFormat", Set.of(CONSTRUCTOR)),
          Map.entry("java.text.DecimalFormat", Set.of(CONSTRUCTOR)),
          Map.entry("java.text.DecimalFormatSymbols", Set.of(CONSTRUCTOR, "getInstance")),
          Map.entry("java.text.MessageFormat", Set.of(CONSTRUCTOR, "format")),
          Map.entry("java.text.Collator", Set.of("getInstance")),
          Map.entry(
              "java.time.format.DateTimeFormatter",
              Set.of("ofPattern", "ofLocalizedDate", "ofLocalizedTime", "ofLocalizedDateTime")),
          Map.entry("java.time.format.DateTimeFormatterBuilder", Set.of("toFormatter")));

  /** Methods that read a default, whatever their arguments. */
  private static final Map<String, Set<String>> ALWAYS =
      Map.of(
          "java.util.Locale", Set.of("getDefault"),
          "java.util.TimeZone", Set.of("getDefault"),
          "java.time.ZoneId", Set.of("systemDefault"),
          "java.nio.charset.Charset", Set.of("defaultCharset"));

  private DefaultLocale() {}

  /** True if the access reads a default of the platform. */
  static boolean isReadBy(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    if (ALWAYS.getOrDefault(owner, Set.of()).contains(name)) {
      return true;
    }
    // A factory of java.text, such as NumberFormat.getPercentInstance or BreakIterator's.
    boolean factory =
        owner.matches("java\\.text\\.(NumberFormat|DateFormat|BreakIterator)")
            && name.matches("get[A-Za-z]*Instance");
    boolean localized = factory || LOCALIZED.getOrDefault(owner, Set.of()).contains(name);
    return localized && parameters(access).stream().noneMatch(DefaultLocale::replacesTheDefault);
  }

  /** A locale, or symbols, which are made for a locale. */
  private static boolean replacesTheDefault(JavaClass parameter) {
    return parameter.isEquivalentTo(Locale.class)
        || parameter.getName().equals("java.text.DecimalFormatSymbols")
        || parameter.getName().equals("java.text.DateFormatSymbols");
  }

  private static List<JavaClass> parameters(JavaAccess<?> access) {
    if (access.getTarget() instanceof CodeUnitCallTarget call) {
      return call.getRawParameterTypes();
    }
    return access.getTarget() instanceof CodeUnitReferenceTarget reference
        ? reference.getRawParameterTypes()
        : List.of();
  }
}
