/**
 * The applications that are catalogues (schema {@code ApplicationProfileCatalog}): bookmarks,
 * contacts and credentials. Each is a list of entries with an {@code ID}, merged entry by entry.
 */
@NullMarked
package dev.meshsim.profile.application.catalog;

import org.jspecify.annotations.NullMarked;
