/** What a ledger says of one area at one version, as numbers: the ground of pages, JSON and CSV. */
package org.urnengang.presentation.result;
