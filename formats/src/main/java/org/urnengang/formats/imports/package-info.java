/** Imports: official result files become an election folder, see docs/imports.md. */
@NullMarked
package org.urnengang.formats.imports;

import org.jspecify.annotations.NullMarked;
