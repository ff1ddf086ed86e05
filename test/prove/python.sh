# python.sh - the checker's Python, in $tools/venv; made where it is missing. Sourced, with $root set.
tools=${FY_TOOLS:-$root/.fy-tools}
if [ ! -x "$tools/venv/bin/python3" ] || ! cmp -s "$root/test/prove/requirements.txt" "$tools/venv/requirements.txt"; then
    echo "setting up the checker's Python (confluent-kafka, fastavro, avro)"
    mkdir -p "$tools"
    /usr/bin/python3 -m venv "$tools/venv"
    "$tools/venv/bin/pip" -q install -r "$root/test/prove/requirements.txt"
    cp "$root/test/prove/requirements.txt" "$tools/venv/requirements.txt"
fi
