/**
 * A conversation on a terminal, with JLine's terminal and line reader. {@link
 * dev.meshsim.wizard.terminal.TerminalConversation} is the conversation, {@link
 * dev.meshsim.wizard.terminal.SystemTerminal} finds the terminal of the process and refuses one
 * that is not fit. Secrets are shown and typed on the terminal's alternate screen, which is cleared
 * before it is left, and no answer is kept in a history.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.wizard.terminal;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
