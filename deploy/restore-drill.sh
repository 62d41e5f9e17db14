#!/bin/sh
# Restores a backup to a chosen second, beside the running system, and has everything verified. Nothing of the running
# system is touched. Needs the programs of PostgreSQL (pg_ctl, psql) and Java; not run as root.
#
#   restore-drill.sh <base backup> <archive of WAL> <second> <seals> <keys> <jar>
#
#   base backup   folder made by pg_basebackup --format=plain
#   second        for instance '2026-11-30 12:00:00+08', after the end of the base backup
#   seals         what a place outside has kept (ecopark.audit.seals.file)
#   keys          ecopark.audit.key-file
#
# SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD sign the application in; DRILL_PORT is a free port (55432).
# Exit status 0: restored, audit and record agree, work list and engine agree.
set -eu
[ $# = 6 ] || { sed -n '2,15p' "$0"; exit 2; }
base=$(realpath "$1") archive=$(realpath "$2") second=$3 seals=$(realpath "$4") keys=$(realpath "$5") jar=$(realpath "$6")
port=${DRILL_PORT:-55432}
case "$archive$keys$jar$seals" in *"'"*) echo "No quotation marks in names"; exit 2 ;; esac
begun=$(date +%s)
work=$(mktemp -d)
finish() {
	pg_ctl -D "$work/data" -m immediate stop >/dev/null 2>&1 || true
	rm -rf "$work"
}
trap finish EXIT INT TERM

echo "1. Copying the base backup"
cp -a "$base" "$work/data"
chmod 700 "$work/data"
rm -f "$work/data/postmaster.pid" "$work/data/standby.signal"
touch "$work/data/recovery.signal"
cat >> "$work/data/postgresql.auto.conf" <<CONF
restore_command = 'cp "$archive/%f" "%p"'
recovery_target_time = '$second'
recovery_target_action = 'promote'
archive_mode = 'off'
listen_addresses = 'localhost'
unix_socket_directories = '$work'
port = $port
CONF

echo "2. Going on to $second"
pg_ctl -D "$work/data" -l "$work/postgresql.log" -w -t 86400 start >/dev/null || { tail -20 "$work/postgresql.log"; exit 1; }
export PGHOST=localhost PGPORT="$port" PGDATABASE="${DRILL_DATABASE:-ecopark}" PGUSER="$SPRING_DATASOURCE_USERNAME" PGPASSWORD="${SPRING_DATASOURCE_PASSWORD:-}"
until [ "$(psql -Atqc 'SELECT pg_is_in_recovery()' 2>/dev/null)" = f ]; do
	pg_ctl -D "$work/data" status >/dev/null || { tail -20 "$work/postgresql.log"; exit 1; }
	sleep 1
done
echo "   The last entry of the audit is of $(psql -Atqc 'SELECT max(at) FROM audit_entry')"

# A seal is written a moment before it is committed, and those after the second are not of this state.
until=$(date -u -d "$second - 5 seconds" +%Y-%m-%dT%H:%M:%S)
awk -v until="$until" 'match($0, /"at":"[^"]*"/) && substr($0, RSTART + 6, 19) <= until' "$seals" > "$work/seals.jsonl"
echo "   $(wc -l < "$work/seals.jsonl") seals of a place outside are older than that"

# In a folder without settings of the running system: no seal is told, nothing is worked at.
cd "$work"
application() {
	java -jar "$jar" --spring.datasource.url="jdbc:postgresql://localhost:$port/$PGDATABASE" --spring.flyway.enabled=false \
		--ecopark.audit.key-file="$keys" --ecopark.background.takes-work=false --camunda.bpm.job-execution.enabled=false \
		--server.port=0 "$@"
}
echo "3. Comparing the record with the audit, and the audit with the seals"
application --audit-verify --audit-seals="$work/seals.jsonl" --audit-contents=all
echo "4. Comparing work list and engine"
application --worklist-check
echo "Restored and verified in $(($(date +%s) - begun)) seconds"
