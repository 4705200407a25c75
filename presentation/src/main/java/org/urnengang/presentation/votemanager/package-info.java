/** The addresses and files of votemanager, which newsrooms and their programs read already. */
package org.urnengang.presentation.votemanager;
