/**
 * The common parts of the two wizards of developer-08 sections 4.2 and 4.3, without a terminal.
 * {@link dev.meshsim.wizard.Conversation} is how a wizard talks with a person: it asks, shows,
 * waits, and shows secrets that do not stay. {@link dev.meshsim.wizard.Question} has the check that
 * runs while the answer is typed. The packages below it are the terminal, the profile manager and
 * the connection tool.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.wizard;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
