package dev.meshsim.arch;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Formatter;
import java.util.Locale;
import java.util.Scanner;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule against defaults of the platform catches every way to format with the locale's. */
@SuppressWarnings({"unused", "FormatString", "StringCaseLocaleUsage", "AnnotateFormatMethod"})
class DefaultLocaleTest {

  private static void check(Class<?> type) {
    JavaClasses classes = new ClassFileImporter().importClasses(type);
    ArchitectureRules.noPlatformDefaults().check(classes);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Format.class,
        Formatted.class,
        Printf.class,
        Upper.class,
        LowerReference.class,
        OfFormatter.class,
        OfScanner.class,
        Numbers.class,
        Decimals.class,
        Messages.class,
        Pattern.class,
        Zone.class
      })
  void aDefaultOfThePlatformIsCaught(Class<?> offender) {
    assertThrows(AssertionError.class, () -> check(offender));
  }

  @Test
  void aLocaleThatIsNamedIsAllowedAndSoIsConcatenation() {
    check(Allowed.class);
  }

  static final class Format {
    String text = String.format("%d", 1);
  }

  static final class Formatted {
    String text = "%d".formatted(1);
  }

  static final class Printf {
    void print(PrintStream out) {
      out.printf("%d", 1);
    }
  }

  static final class Upper {
    String text = "i".toUpperCase();
  }

  static final class LowerReference {
    Function<String, String> function = String::toLowerCase;
  }

  static final class OfFormatter {
    Formatter formatter = new Formatter(new StringBuilder());
  }

  static final class OfScanner {
    int number = new Scanner("1").nextInt();
  }

  static final class Numbers {
    NumberFormat format = NumberFormat.getPercentInstance();
  }

  static final class Decimals {
    DecimalFormat format = new DecimalFormat("0");
  }

  static final class Messages {
    String text = MessageFormat.format("{0}", 1);
  }

  static final class Pattern {
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern("EEE");
  }

  static final class Zone {
    ZoneId zone = ZoneId.systemDefault();
  }

  static final class Allowed {
    String text = String.format(Locale.ROOT, "%d", 1) + 1 + 2.5 + "i".toUpperCase(Locale.ROOT);
    NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern("EEE", Locale.ROOT);
    char letter = Character.toUpperCase('i');

    String of(NumberFormat other, PrintStream out) {
      out.printf(Locale.ROOT, "%d", 1);
      return other.format(1) + formatter.format(java.time.LocalDate.EPOCH);
    }
  }
}
