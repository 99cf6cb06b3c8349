CREATE TABLE customers.customer (
  id            UUID NOT NULL PRIMARY KEY,
  name          VARCHAR(200) NOT NULL,
  email         VARCHAR(254) NOT NULL,
  street        VARCHAR(200) NOT NULL,
  postal_code   VARCHAR(20) NOT NULL,
  city          VARCHAR(100) NOT NULL,
  country       VARCHAR(100) NOT NULL,
  registered_at TIMESTAMP WITH TIME ZONE NOT NULL
);
