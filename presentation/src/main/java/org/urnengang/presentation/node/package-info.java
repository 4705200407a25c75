/** The public node: one process that follows ledgers and serves what stands in them. */
package org.urnengang.presentation.node;
