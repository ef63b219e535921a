package dev.meshsim.wizard.terminal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/**
 * A terminal as JLine's reader gets it. The reader takes the signal of Ctrl-C to itself while a
 * line is read, and forgets one that is handled before it waits for a key; here the signal stays
 * with {@link Interrupts}.
 */
final class ReaderTerminal {

  private ReaderTerminal() {}

  /** The terminal in all but that signal. */
  static Terminal of(Terminal terminal) {
    return (Terminal)
        Proxy.newProxyInstance(
            Terminal.class.getClassLoader(),
            new Class<?>[] {Terminal.class},
            (proxy, method, arguments) ->
                isHandlingOfInterrupts(method, arguments)
                    ? SignalHandler.SIG_DFL
                    : call(terminal, method, arguments));
  }

  private static boolean isHandlingOfInterrupts(Method method, Object[] arguments) {
    return method.getName().equals("handle") && arguments[0] == Signal.INT;
  }

  private static Object call(Terminal terminal, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(terminal, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
