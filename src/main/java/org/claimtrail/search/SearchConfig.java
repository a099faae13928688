package org.claimtrail.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where this node keeps what it finds claims by. */
@ConfigMapping(prefix = "claimtrail.search")
interface SearchConfig {

    /**
     * Where the index for search is made anew at each start, in a folder of its own that is deleted at the end; about 1 KB a
     * claim.
     */
    @WithDefault("${java.io.tmpdir}")
    Path folder();
}
