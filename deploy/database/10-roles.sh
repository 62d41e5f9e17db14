#!/bin/sh
# Runs once, when the database is made: the owner of the tables, and the application that owns nothing.
# What the application may do is granted by the migrations.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
	-v owner_password="$OWNER_PASSWORD" -v application_password="$APPLICATION_PASSWORD" <<'SQL'
CREATE ROLE ecopark_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE ecopark_application LOGIN PASSWORD :'application_password';
ALTER SCHEMA public OWNER TO ecopark_owner;
SQL
