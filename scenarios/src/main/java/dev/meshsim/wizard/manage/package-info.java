/**
 * The profile manager of developer-08 section 4.2: a new profile, its applications, its shares,
 * devices and administrators, accounts at several portals, recovery and deletion. {@link
 * dev.meshsim.wizard.manage.ManagerWizard} offers what fits the state of the machine, and each of
 * the other classes is one of its tasks. A task does nothing before its last question, or says what
 * is kept if the person leaves in the middle.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.wizard.manage;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
