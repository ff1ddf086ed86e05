-- post.lua - wrk's shoppers: one view per request, each under a (session, n) of its own.
--
--   wrk -t2 -c64 -d10s --latency -s post.lua URL -- COOKIES_FILE SKUS_FILE
--
-- Every answer is counted by its status, so that what was acknowledged can be compared with the topic.
local threads = {}

function setup(thread)
    thread:set("id", #threads)
    table.insert(threads, thread)
end

local function lines(path)
    local all = {}
    for line in io.lines(path) do
        table.insert(all, line)
    end
    return all
end

function init(args)
    cookies, skus = lines(args[1]), lines(args[2])
    math.randomseed(os.time() * 10 + id)
    session = ""
    for _ = 1, 4 do
        session = session .. string.format("%08x", math.random(0, 0x7fffffff))
    end
    n, acked, refused, other, not_202 = 0, 0, 0, 0, ""
    headers = { ["Content-Type"] = "application/json" }
end

function request()
    headers["Cookie"] = cookies[n % #cookies + 1]
    -- Popular products come first: a square is near enough to Zipf for a load.
    local at = math.floor(math.random() ^ 2 * #skus) + 1
    n = n + 1
    return wrk.format("POST", "/v1/activity", headers,
        string.format('{"session":"%s","n":%d,"item_viewed":{"sku":"%s"}}', session, n, skus[at]))
end

function response(status, _, body)
    if status == 202 then
        acked = acked + 1
    elseif status == 503 or status == 429 then
        refused = refused + 1
    else
        other = other + 1
        not_202 = status .. " " .. body
    end
end

function done(summary, latency)
    local acked, refused, other, words = 0, 0, 0, ""
    for _, thread in ipairs(threads) do
        acked = acked + thread:get("acked")
        refused = refused + thread:get("refused")
        other = other + thread:get("other")
        words = words .. thread:get("not_202")
    end
    local errors = summary.errors.connect + summary.errors.read + summary.errors.write
    io.write(string.format("ledger acked=%d refused=%d other=%d errors=%d timeouts=%d seconds=%.3f "
        .. "p50_ms=%.2f p99_ms=%.2f %s\n", acked, refused, other, errors, summary.errors.timeout,
        summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, words))
end
