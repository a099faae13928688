/** The data folder of the embedded database: made, looked at and tidied up while no service has it open. */
@NullMarked
package org.claimtrail.cli.folder;

import org.jspecify.annotations.NullMarked;
