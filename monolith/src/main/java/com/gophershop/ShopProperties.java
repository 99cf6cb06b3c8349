package com.gophershop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param dataDir where the embedded database keeps its file; unused when a database URL is given
 * @param connectionsPerModule the most connections one module's login may hold at a time
 */
@Validated
@ConfigurationProperties("shop")
record ShopProperties(
    @DefaultValue(".shop") Path dataDir,
    @DefaultValue("8") @Min(1) @Max(100) int connectionsPerModule) {}
