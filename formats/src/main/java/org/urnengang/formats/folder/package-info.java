/** The election folder: an election day as files, see docs/election-folder.md. */
@NullMarked
package org.urnengang.formats.folder;

import org.jspecify.annotations.NullMarked;
