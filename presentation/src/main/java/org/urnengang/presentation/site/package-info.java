/** The public site as a pure function of a version and an address. */
package org.urnengang.presentation.site;
