/**
 * Graphics of the result pages as SVG, each drawn from numbers alone and beside or inside the table
 * that says the same.
 */
package org.urnengang.presentation.graphic;
