package com.gopher.publications;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param listenerBacklog how many events may wait for the listeners before requests are held back
 * @param heldBack the paths whose requests make work for the listeners
 * @param heldBackDetail what a client is answered that was held back in vain
 * @param advice a command that shows what keeps failing, for the health details
 */
@ConfigurationProperties("publications")
record PublicationsProperties(
    @DefaultValue("100") int listenerBacklog,
    @DefaultValue List<String> heldBack,
    @DefaultValue("Too much is waiting here; nothing was stored, try again.") String heldBackDetail,
    @Nullable String advice) {}
