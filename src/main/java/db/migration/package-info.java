/** What brings a database of before up to date where a script cannot. Frozen as the scripts beside it are. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
