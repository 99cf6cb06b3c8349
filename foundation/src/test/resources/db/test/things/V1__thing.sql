CREATE TABLE thing (id INT);
