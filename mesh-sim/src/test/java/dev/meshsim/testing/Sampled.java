package dev.meshsim.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A class of many tests that another class passes too, over other storage. A build tries one of so
 * many, always the same ones; {@code -Dmeshsim.exhaustive=true} tries all.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Sampled.OneOfMany.class)
public @interface Sampled {

  /** One of how many is tried on JDK 17. */
  int value();

  /** One of how many is tried on other JDKs, if it is more. */
  int otherJdks() default 1;

  /** The condition. */
  final class OneOfMany implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      int step =
          context
              .getTestClass()
              .map(type -> type.getAnnotation(Sampled.class))
              .map(sampled -> Exhaustive.step(usual(sampled)))
              .orElse(1);
      boolean single =
          context.getTestMethod().isPresent()
              && !context.getUniqueId().matches(".*\\[test-template:[^\\]]*\\]$");
      // Of a test with parameters each one is looked at by itself.
      return !single || Math.floorMod(context.getUniqueId().hashCode(), step) == 0
          ? ConditionEvaluationResult.enabled("it is one of the sample")
          : ConditionEvaluationResult.disabled(
              "not of the sample: -Dmeshsim.exhaustive=true tries it");
    }

    private static int usual(Sampled sampled) {
      return Once.OnOneJdk.isIt()
          ? sampled.value()
          : Math.max(sampled.value(), sampled.otherJdks());
    }
  }
}
