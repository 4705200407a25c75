/** Takes a district's report, checks it, releases it, corrects it: by HTTP and by a plain page. */
@org.jspecify.annotations.NullMarked
package org.urnengang.office.capture;
