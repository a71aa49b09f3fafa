# Taken in by the scripts of this folder, whose $dir is where all of a server lies.

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

# Starts a process that outlives the script: NAME COMMAND [ARGUMENT ...]
begin() {
  local name=$1
  shift
  setsid "$@" </dev/null >>"$dir/$name.out" 2>&1 &
  echo $! >"$dir/$name.pid"
}

# Waits for a port on which a process is to listen: PORT NAME
await_listening() {
  for _ in $(seq 1 200); do
    runs "$(cat "$dir/$2.pid")" || break
    listening "$1" && return
    sleep 0.05
  done
  echo "$2 does not listen on port $1" >&2
  return 1
}

# Whose parent does not ask for it stays as a zombie, but runs no more.
runs() { [ -r "/proc/$1/status" ] && ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null; }

# Ends a process that was begun, if it is still there, and waits until it is gone.
end_process() {
  local file=$dir/$1.pid pid
  [ -s "$file" ] || return 0
  pid=$(cat "$file")
  rm -f "$file"
  kill "$pid" 2>/dev/null || return 0
  for _ in $(seq 1 100); do runs "$pid" || return 0; sleep 0.05; done
  # With what it started: it leads its session.
  kill -9 -- "-$pid" 2>/dev/null || true
}

# Stops the server should whoever wanted it end without a word: OWNER is the id of that process.
watch_owner() {
  [ -n "${OWNER:-}" ] || return 0
  unwatch
  begin watch bash -c 'tail --pid="$1" -f /dev/null; rm -f "$3/watch.pid"; exec bash "$2" stop "$3"' watch "$OWNER" "$1" "$dir"
}

unwatch() {
  [ -s "$dir/watch.pid" ] || return 0
  kill -- "-$(cat "$dir/watch.pid")" 2>/dev/null || true
  rm -f "$dir/watch.pid"
}
