/** What the counted votes decide. */
package org.urnengang.rules.decision;
