/** Pages for readers: what they say, as views, and how they say it, as templates. */
package org.urnengang.presentation.page;
