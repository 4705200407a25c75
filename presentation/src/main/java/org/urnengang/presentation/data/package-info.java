/** Results for programs: JSON and CSV. */
package org.urnengang.presentation.data;
