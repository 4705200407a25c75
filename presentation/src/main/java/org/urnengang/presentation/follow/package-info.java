/** Where entries come from, and the one way by which they become what this node shows. */
package org.urnengang.presentation.follow;
