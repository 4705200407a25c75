/** The report of one counting district: its letters, its form and the checks that block it. */
package org.urnengang.rules.record;
