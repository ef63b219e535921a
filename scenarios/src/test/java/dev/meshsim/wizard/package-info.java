/** Tests of the wizards, at terminals in memory and at pseudo-terminals. */
@org.jspecify.annotations.NullMarked
package dev.meshsim.wizard;
