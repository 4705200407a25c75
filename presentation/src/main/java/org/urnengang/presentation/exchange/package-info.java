/** Results in formats that others have defined: flat file, Offene Wahldaten, NIST, GeoJSON. */
package org.urnengang.presentation.exchange;
