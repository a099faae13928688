-- One kind of request, made again and again: wrk ... -- METHOD LINES [TOKEN] [BODIES]
-- LINES: a file of paths, taken in a random order. BODIES: a file of JSON bodies, one a line; %d in one becomes a number, and
-- the octet 1 the end of a line, where bodies are files to be imported.
-- With PAUSE in the environment each connection waits so many milliseconds on average before it asks again.
-- Every POST has an Idempotency-Key of its own, as a careful client's. Counts answers that are no success.
local threads = 0

function setup(thread)
    thread:set("id", threads)
    threads = threads + 1
end

function init(arguments)
    math.randomseed(os.time() * 100 + id)
    method, paths, bodies = arguments[1], {}, {}
    for line in io.lines(arguments[2]) do paths[#paths + 1] = line end
    headers = {}
    if arguments[3] and arguments[3] ~= "-" then headers["Authorization"] = "Bearer " .. arguments[3] end
    if arguments[4] then
        for line in io.lines(arguments[4]) do bodies[#bodies + 1] = line end
        headers["Content-Type"] = paths[1]:match("/records$") and "application/x-ndjson" or "application/json"
    end
    if method == "PUT" then headers["If-Match"] = "*" end
    local pause = tonumber(os.getenv("PAUSE") or "")
    if pause then function delay() return math.random(0, 2 * pause) end end
    run, count = os.time() .. "-" .. id .. "-" .. math.random(1, 1000000) .. "-", 0
end

function request()
    count = count + 1
    local path = paths[math.random(#paths)]
    local tag = path:match(" (.*)$")
    if tag then
        path = path:match("^[^ ]*")
        headers["If-None-Match"] = tag
    end
    if method == "POST" then headers["Idempotency-Key"] = "bench-" .. run .. count end
    local body = bodies[1] and bodies[math.random(#bodies)]:gsub("%%d", run .. count):gsub("\1", "\n")
    return wrk.format(method, path, headers, body)
end

function done(summary, latency, requests)
    io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration,
        summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
        latency:percentile(50), latency:percentile(99), latency.max))
end
