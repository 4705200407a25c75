/**
 * The stylesheets, fonts and scripts that pages load, under names that change with their content.
 */
@NullMarked
package org.urnengang.web;

import org.jspecify.annotations.NullMarked;
