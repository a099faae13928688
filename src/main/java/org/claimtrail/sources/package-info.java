/** Who speaks and where it can be read: agents (people, organisations, programs) and sources (documents, broadcasts). */
@NullMarked
package org.claimtrail.sources;

import org.jspecify.annotations.NullMarked;
