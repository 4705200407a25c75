@org.jspecify.annotations.NullMarked
package org.urnengang.office;
