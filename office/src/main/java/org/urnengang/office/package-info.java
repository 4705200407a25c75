/** The election office's application: the entry for whoever starts it. */
@org.jspecify.annotations.NullMarked
package org.urnengang.office;
