CREATE TABLE catalog.product (
  sku            VARCHAR(32) NOT NULL PRIMARY KEY,
  title          VARCHAR(200) NOT NULL,
  price_amount   NUMERIC(12, 2) NOT NULL,
  price_currency VARCHAR(3) NOT NULL
);
