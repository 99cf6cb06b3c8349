GRANT SELECT ON customers.customer TO billing_app;
