package com.gophershop.order;

import com.gopher.outbox.EventBatch;
import java.util.List;
import org.springframework.modulith.events.Externalized;

/** Orders are announced again in one transaction. */
@Externalized
record OrdersRepeated(List<OrderRepeated> events) implements EventBatch<OrderRepeated> {}
