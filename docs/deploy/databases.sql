-- Shop and tracker share a server and nothing else.
CREATE DATABASE shop;
CREATE DATABASE tracker;
