-- Asks the addresses of a file in turn (each thread its own share), or the one address given;
-- says in one line of JSON how it went. Arguments after `--`: the file, if any.

local addresses, turn = {}, 0

function setup(thread)
  threads = (threads or 0) + 1
  thread:set("number", threads)
  thread:set("together", tonumber(os.getenv("BENCH_THREADS")))
end

function init(arguments)
  if not arguments[1] then return end
  local line_number = 0
  for line in io.lines(arguments[1]) do
    if line_number % together == number - 1 then
      addresses[#addresses + 1] = wrk.format("GET", line)
    end
    line_number = line_number + 1
  end
  request = function()
    turn = turn % #addresses + 1
    return addresses[turn]
  end
end

function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format(
    '\nJSON {"requests": %d, "microseconds": %d, "p50": %d, "p95": %d, "p99": %d, "failed": %d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(95),
    latency:percentile(99), e.connect + e.read + e.write + e.timeout + e.status))
end
