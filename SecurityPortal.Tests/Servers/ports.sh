# Taken in by the scripts of this folder.

fail() { echo "$1" >&2; exit 1; }

listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# A port nobody listens on, below those that the kernel hands out to clients.
free_port() {
  local port
  for _ in $(seq 1 50); do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    listening "$port" || { echo "$port"; return; }
  done
  fail "no port is free"
}

await_listening() {
  for _ in $(seq 1 200); do listening "$1" && return; sleep 0.05; done
  echo "nothing listens on port $1" >&2
  return 1
}

# Whose parent does not ask for it stays as a zombie, but runs no more.
runs() { [ -r "/proc/$1/status" ] && ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null; }

# Ends the process whose id is in a file, if it is still there, and waits until it is gone.
end_process() {
  local file=$1 pid
  [ -s "$file" ] || return 0
  pid=$(tr -dc 0-9 <"$file")
  rm -f "$file"
  kill "$pid" 2>/dev/null || return 0
  for _ in $(seq 1 100); do runs "$pid" || return 0; sleep 0.05; done
  kill -9 "$pid" 2>/dev/null || true
}

# Ends a process that leads a group, with those it started.
end_group() {
  [ -s "$1" ] || return 0
  kill -- "-$(cat "$1")" 2>/dev/null || true
  rm -f "$1"
}

# Stops the server should whoever wanted it end without a word: OWNER is the id of that process.
watch_owner() {
  local script=$1 dir=$2
  [ -n "${OWNER:-}" ] || return 0
  end_group "$dir/watch.pid"
  setsid bash -c 'tail --pid="$1" -f /dev/null; rm -f "$3/watch.pid"; exec bash "$2" stop "$3"' watch "$OWNER" "$script" "$dir" \
    </dev/null >/dev/null 2>&1 &
  echo $! >"$dir/watch.pid"
}
