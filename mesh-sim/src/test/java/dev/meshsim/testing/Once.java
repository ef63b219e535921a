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
 * A long test whose result does not depend on the JDK. A build tries it on JDK 17 alone; {@code
 * -Dmeshsim.exhaustive=true} tries it on every JDK.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Once.OnOneJdk.class)
public @interface Once {

  /** The condition. */
  final class OnOneJdk implements ExecutionCondition {

    private static final int OLDEST = 17;

    /** True on the JDK that tries everything. */
    static boolean isIt() {
      return Runtime.version().feature() == OLDEST;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return isIt() || Exhaustive.on()
          ? ConditionEvaluationResult.enabled("it is tried here")
          : ConditionEvaluationResult.disabled(
              "long, and the same on every JDK: JDK 17 or -Dmeshsim.exhaustive=true tries it");
    }
  }
}
