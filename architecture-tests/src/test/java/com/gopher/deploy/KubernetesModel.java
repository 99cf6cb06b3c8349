package com.gopher.deploy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kubernetes' own types, without the tolerance for fields that they do not have. */
final class KubernetesModel {

  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of("Deployment", Deployment.class, "Service", Service.class);

  private final ObjectMapper mapper =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public @Nullable Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              });

  /**
   * @throws IllegalArgumentException if a document has a field or a value that its type has not
   */
  List<HasMetadata> read(String yaml) {
    return DeployFiles.documents(yaml).stream().map(this::read).toList();
  }

  private HasMetadata read(Map<String, Object> document) {
    Class<? extends HasMetadata> type = KINDS.get(document.get("kind"));
    if (type == null) {
      throw new IllegalArgumentException("Not a kind that is used here: " + document.get("kind"));
    }
    return mapper.convertValue(document, type);
  }
}
