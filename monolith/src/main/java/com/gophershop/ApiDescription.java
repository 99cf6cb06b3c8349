package com.gophershop;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.context.annotation.Configuration;

/** Title and outline of the generated OpenAPI document. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
    info =
        @Info(
            title = "Gopher Shop",
            version = "1",
            description =
                "Books, orders and parcels. Errors are problem details (RFC 9457), lists are pages"
                    + " with a cursor."))
class ApiDescription {}
