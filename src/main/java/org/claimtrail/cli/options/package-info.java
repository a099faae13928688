/** Command lines, as all commands read them. */
@NullMarked
package org.claimtrail.cli.options;

import org.jspecify.annotations.NullMarked;
