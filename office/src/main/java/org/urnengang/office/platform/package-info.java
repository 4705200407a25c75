/** Database, clock, keys and web server: what every feature of the office stands on. */
@org.jspecify.annotations.NullMarked
package org.urnengang.office.platform;
