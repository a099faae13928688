/** What the program does when it is started from a command line. */
@NullMarked
package org.claimtrail.cli;

import org.jspecify.annotations.NullMarked;
