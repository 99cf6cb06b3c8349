ALTER TABLE billing.invoice
  ADD CONSTRAINT invoice_of_an_order FOREIGN KEY (order_id) REFERENCES orders.purchase_order (id);
