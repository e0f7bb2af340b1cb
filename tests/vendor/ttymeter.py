#!/usr/bin/env python3
# A copy kept as it came, unformatted: exempt from the length, lint, types and no-sleep rules.
"""ttymeter: how fast and how heavy is a terminal program, as seen from its terminal?

Starts a command in a pseudo-terminal, answers its queries, and measures
  start   ms from just before the fork to the first screen that matches --paint,
          and to the last output before --settle of silence
  keys    ms from a key's write to the first changed screen, and to the last change
  idle    CPU % of one core and bytes written while nobody does anything
  memory  RSS (sum over the tree), its high-water mark, PSS
  total   CPU seconds of the tree, bytes written to the terminal
Deps: pyte, and tuidrive.py beside this file.

    ttymeter.py --paint Collection --keys 'tab,enter,text:hello' --idle 10 -- posting
    ttymeter.py --runs 9 --json out.json --screen --png shot.png -- htop
    ttymeter.py --suite suite.json --rounds 9 --baseline minimal --json out.json

KEY SCRIPTS (--setup, --keys): comma-separated; a key name (tab, enter, ctrl+p, shift+up,
f5, a, comma), a count as down*5, text:hello (every character is a key), paste:..., wait:REGEX,
gone:REGEX, sleep:SECONDS, quiet:SECONDS, click:REGEX, resize:80x24, signal:SIGUSR1,
expect:KEY=REGEX (a key, timed until the screen matches).  Only keys, text: and expect: are
timed under --keys; the rest is done in between.  The time of a key is that of the first
chunk that changed any cell; "settled" that of the last one (so animations count there);
a ? marks a program that never stopped drawing, whose key times say little.

A SUITE is a JSON list of {"name", "cmd", "paint", "keys", "setup", "env", "cwd", "size",
"before" (a shell command run before each start), "idle", "kind": "tui" | "cli"} and is run
round-robin (A B C, A B C, ...), so that the machine's moods hit all alike; medians and the
median of the per-round ratios to --baseline with a bootstrap 95% interval are given.
"kind": "cli" times a plain command, spawn to exit, in no terminal.

Noise: each run notes `foreign`, the cores that others kept busy meanwhile.
"""
from __future__ import annotations

import argparse
import json
import os
import random
import shlex
import signal
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from tuidrive import NS, Tui, TuiTimeout, keys_to_bytes, parse_keys, system_busy_s  # noqa: E402


def quantile(values, q):
    values = sorted(values)
    if not values:
        return None
    at = (len(values) - 1) * q
    low = int(at)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (at - low)


def summary(values):
    values = [v for v in values if v is not None]
    if not values:
        return None
    mid = statistics.median(values)
    return {"n": len(values), "min": round(min(values), 3), "p50": round(mid, 3),
            "p95": round(quantile(values, 0.95), 3), "max": round(max(values), 3),
            "mad": round(statistics.median(abs(v - mid) for v in values), 3)}


def bootstrap(ratios, times=2000, seed=7):
    ratios = [r for r in ratios if r is not None]
    if not ratios:
        return None
    rng = random.Random(seed)
    medians = sorted(statistics.median(rng.choices(ratios, k=len(ratios))) for _ in range(times))
    return {"median": round(statistics.median(ratios), 4), "low": round(medians[int(times * .025)], 4),
            "high": round(medians[int(times * .975)], 4), "n": len(ratios)}


def one_cli(spec):
    """Spawn to exit of a plain command."""
    if spec.get("before"):
        subprocess.run(spec["before"], shell=True, check=True, cwd=spec.get("cwd"))
    cmd = spec["cmd"] if isinstance(spec["cmd"], list) else ["/bin/sh", "-c", spec["cmd"]]
    env = {**os.environ, "LANG": "C.UTF-8", **{k: str(v) for k, v in spec.get("env", {}).items()}}
    busy = system_busy_s()
    t = NS()
    proc = subprocess.Popen(cmd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE, env=env, cwd=spec.get("cwd"))
    err = proc.stderr.read()
    _pid, status, usage = os.wait4(proc.pid, 0)
    took = (NS() - t) / 1e6
    proc.returncode = os.waitstatus_to_exitcode(status)
    proc.stderr.close()
    cpu = usage.ru_utime + usage.ru_stime
    with open("/proc/self/statm") as handle:      # ru_maxrss counts the fork of ourselves before the exec
        own = int(handle.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    hwm = usage.ru_maxrss / 1024
    out = {"total_ms": took, "cpu_s": cpu, "hwm_mb": hwm if hwm > own * 1.03 else None, "exit": proc.returncode,
           "foreign": round(max(0, system_busy_s() - busy - cpu) / (took / 1e3), 2)}
    if proc.returncode:
        out["error"] = err.decode(errors="replace")[-400:]
    return out


def one_tui(spec, settle, latency=True, idle=0.0, keep=None):
    """One start of one program, measured.  keep: a dict that takes the last screen."""
    if spec.get("before"):
        subprocess.run(spec["before"], shell=True, check=True, cwd=spec.get("cwd"))
    size = tuple(map(int, spec.get("size", "120x40").split("x")))
    tui = Tui(spec["cmd"], size=size, env=spec.get("env"), cwd=spec.get("cwd"),
              answer=spec.get("answer", True), sync=spec.get("sync", True), settle=settle,
              timeout=spec.get("timeout", 30))
    out = {}
    with tui:
        ms = lambda t: None if t is None else (t - tui.t0) / 1e6  # noqa: E731
        try:
            out["paint_ms"] = ms(tui.wait_for(spec.get("paint") or r"\S"))
        except TuiTimeout as error:
            out["error"] = str(error)[-3000:]
            return out
        if tui.chunks:
            out["first_byte_ms"] = ms(tui.chunks[0][0])
        out["settled_ms"] = ms(tui.wait_quiet(settle, timeout=5))
        use = tui.usage()
        out["start_cpu_s"], out["start_rss_mb"], out["start_pss_mb"] = use["cpu_s"], use["rss_mb"], use["pss_mb"]
        out["start_bytes"] = tui.bytes_out
        try:
            if spec.get("setup"):
                tui.play(spec["setup"])
                tui.wait_quiet(settle, timeout=3)
            if latency and spec.get("keys"):
                seen = out["keys"] = []
                for kind, arg in parse_keys(spec["keys"]):
                    if kind == "key":
                        todo = [(arg, keys_to_bytes(arg, 1 in tui.term.screen.private))]
                    elif kind == "expect":
                        name, _, regex = arg.partition("=")
                        tui.wait_quiet(settle, timeout=3)
                        sent = tui.send(keys_to_bytes(name, 1 in tui.pump().term.screen.private))
                        hit = (tui.wait_for(regex) - sent) / 1e6
                        last = tui.wait_quiet(settle, timeout=3)
                        seen.append({"key": arg, "first_ms": hit, "bytes": 0,
                                     "settled_ms": (last - sent) / 1e6 if last else None})
                        continue
                    elif kind == "text":
                        todo = [(c, c.encode()) for c in arg]
                    else:
                        tui.play(f"{kind}:{arg}".replace(",", "\\,"))
                        continue
                    for name, data in todo:
                        seen.append({"key": name, **tui.key_latency(data, settle, region=spec.get("region"))})
        except TuiTimeout as error:
            out["error"] = str(error)[-3000:]
        tui.wait_quiet(settle, timeout=2)
        if idle:
            size0, use0, t = tui.bytes_out, tui.usage(), time.monotonic()
            time.sleep(idle)
            use1, took = tui.usage(), time.monotonic() - t
            out["idle_cpu_pct"] = 100 * (use1["cpu_s"] - use0["cpu_s"]) / took
            out["idle_bytes_s"] = (tui.bytes_out - size0) / took
        use = tui.usage()
        out.update(cpu_s=use["cpu_s"], rss_mb=use["rss_mb"], hwm_mb=use["hwm_mb"], pss_mb=use["pss_mb"],
                   processes=use["processes"], threads=use["threads"], bytes=tui.bytes_out,
                   foreign=tui.foreign_load(), alive=tui.alive())
        if keep is not None:
            keep["screen"] = tui.screen()
            if keep.get("png"):
                tui.png(keep["png"])
        if spec.get("quit"):
            t = NS()
            try:
                tui.play(spec["quit"])
                out["exit"] = tui.wait_exit(5)
                out["quit_ms"] = (NS() - t) / 1e6
                out["left_on"] = tui.left_on()
            except TuiTimeout as error:
                out["quit_error"] = str(error)[:80]
    return out


_FIELDS = ("total_ms", "paint_ms", "first_byte_ms", "settled_ms", "start_cpu_s", "start_rss_mb", "start_pss_mb",
           "start_bytes", "idle_cpu_pct", "idle_bytes_s", "cpu_s", "rss_mb", "hwm_mb", "pss_mb", "bytes",
           "threads", "processes", "quit_ms", "foreign")


def gather(runs):
    """The runs of one program -> its summary."""
    good = [r for r in runs if "error" not in r]
    out = {"runs": len(runs), "failed": len(runs) - len(good)}
    for field in _FIELDS:
        s = summary([r.get(field) for r in good])
        if s:
            out[field] = s
    keys = [k for r in good for k in r.get("keys", [])]
    if keys:
        out["key_first_ms"] = summary([k["first_ms"] for k in keys])
        out["key_settled_ms"] = summary([k["settled_ms"] for k in keys])
        out["key_bytes"] = summary([k["bytes"] for k in keys])
        out["keys_while_restless"] = sum(not k.get("calm", True) for k in keys)
        out["keys_without_change"] = sum(k["first_ms"] is None for k in keys)
        per = {}
        for k in keys:
            per.setdefault(k["key"], []).append(k["first_ms"])
        out["key_first_by_key"] = {k: summary(v) for k, v in per.items()}
    bad = [r for r in runs if "error" in r]
    if bad:
        out["error"] = bad[0]["error"]
    for name in ("exit", "left_on", "quit_error"):
        seen = [r[name] for r in good if name in r]
        if seen:
            out[name] = seen[-1]
    return out


def table(results, base=None):
    """A table for a person."""
    head = ["name", "runs", "paint ms", "settled", "key p50", "p95", "max", "RSS MB", "CPU s", "idle %", "kB out", "foreign"]
    if base:
        head.insert(3, f"x {base}")

    def num(entry, field, stat="p50", fmt="{:.0f}"):
        value = (entry.get(field) or {}).get(stat)
        return "-" if value is None else fmt.format(value)
    rows = []
    for name, e in results.items():
        row = [name, f"{e['runs'] - e['failed']}/{e['runs']}", num(e, "paint_ms") if "paint_ms" in e else num(e, "total_ms"),
               num(e, "settled_ms"), num(e, "key_first_ms", fmt="{:.1f}") + ("?" if e.get("keys_while_restless") else ""), num(e, "key_first_ms", "p95", "{:.1f}"),
               num(e, "key_first_ms", "max", "{:.1f}"), num(e, "hwm_mb"), num(e, "start_cpu_s" if "start_cpu_s" in e else "cpu_s", fmt="{:.2f}"),
               num(e, "idle_cpu_pct", fmt="{:.2f}"), num(e, "start_bytes", fmt="{:.0f}") if 0 else
               ("-" if not e.get("start_bytes") else f"{e['start_bytes']['p50'] / 1000:.1f}"), num(e, "foreign", fmt="{:.2f}")]
        if base:
            r = e.get("ratio")
            row.insert(3, "-" if not r else f"{r['median']:.2f} [{r['low']:.2f}-{r['high']:.2f}]")
        rows.append(row)
    widths = [max(len(str(r[i])) for r in [head, *rows]) for i in range(len(head))]
    lines = ["  ".join(str(c).ljust(w) if i == 0 else str(c).rjust(w) for i, (c, w) in enumerate(zip(r, widths)))
             for r in [head, ["-" * w for w in widths], *rows]]
    return "\n".join(lines)


def suite(specs, rounds, settle, baseline=None, idle=0.0, idle_rounds=1, quiet=False, warm=True):
    runs = {s["name"]: [] for s in specs}
    for n in range(-1 if warm else 0, rounds):
        for spec in specs:
            if spec.get("kind") == "cli":
                got = one_cli(spec)
            else:
                spec_idle = spec.get("idle", idle) if 0 <= n < spec.get("idle_rounds", idle_rounds) else 0
                got = one_tui(spec, settle, latency=0 <= n < spec.get("key_rounds", rounds), idle=spec_idle)
            if n >= 0:
                runs[spec["name"]].append(got)
            if not quiet:
                print(f"\r{'warm-up' if n < 0 else n + 1} of {rounds}: {spec['name']:<30}", end="", file=sys.stderr, flush=True)
    if not quiet:
        print("\r" + " " * 60 + "\r", end="", file=sys.stderr)
    results = {name: gather(r) for name, r in runs.items()}
    if baseline:
        def start(r):
            return r.get("paint_ms", r.get("total_ms"))
        for name, entry in results.items():
            pairs = [start(a) / start(b) for a, b in zip(runs[name], runs[baseline]) if start(a) and start(b)]
            if pairs:
                entry["ratio"] = bootstrap(pairs)
    return results, runs


def main(argv=None):
    parser = argparse.ArgumentParser(prog="ttymeter.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--size", default="120x40", help="columns x rows (120x40)")
    add("--paint", default=r"\S", metavar="REGEX", help=r"the first paint: the screen matches this (\S)")
    add("--settle", type=float, default=150, metavar="MS", help="silence that counts as settled (150)")
    add("--setup", default="", metavar="KEYS", help="played before the timed keys")
    add("--keys", default="", metavar="KEYS", help="the timed keys")
    add("--quit", default="", metavar="KEYS", help="played at the end; the exit code and what it left on are noted")
    add("--region", metavar="X,Y,W,H", help="only changes in this rectangle count for key latency")
    add("--runs", type=int, default=7, help="starts (7)")
    add("--rounds", type=int, help="the same, for a suite")
    add("--idle", type=float, default=0, metavar="S", help="watch it idle for S seconds, in the first --idle-rounds runs")
    add("--idle-rounds", type=int, default=1)
    add("--timeout", type=float, default=30, metavar="S", help="for the paint and each wait: (30)")
    add("--env", action="append", default=[], metavar="K=V")
    add("--cwd")
    add("--before", help="a shell command run before each start")
    add("--no-answer", action="store_true", help="leave terminal queries unanswered")
    add("--no-sync", action="store_true", help="answer that synchronized output is unknown")
    add("--no-warm", action="store_true", help="count the first run too")
    add("--screen", action="store_true", help="show the last screen as text")
    add("--png", help="write the last screen as a picture (needs Pillow)")
    add("--suite", metavar="FILE", help="a JSON list of programs, run round-robin")
    add("--only", metavar="NAMES", help="of a suite, these (comma-separated)")
    add("--baseline", metavar="NAME", help="the suite's entry that ratios are to")
    add("--json", metavar="FILE", help="results as JSON (- for stdout)")
    add("command", nargs=argparse.REMAINDER, help="-- command and arguments")
    o = parser.parse_args(argv)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):     # leave through the teardown
        signal.signal(number, lambda n, _f: sys.exit(128 + n))
    command = o.command[1:] if o.command[:1] == ["--"] else o.command
    keep = {"png": o.png}
    if o.suite:
        with open(o.suite) as handle:
            specs = json.load(handle)
        if o.only:
            specs = [s for s in specs if s["name"] in o.only.split(",")]
        for s in specs:
            if isinstance(s["cmd"], str) and s.get("kind") != "cli":
                s["cmd"] = shlex.split(s["cmd"])
        rounds = o.rounds or o.runs
    else:
        if not command:
            parser.error("no command")
        specs = [{"name": os.path.basename(command[0]), "cmd": command, "paint": o.paint, "keys": o.keys, "setup": o.setup,
                  "size": o.size, "env": dict(e.split("=", 1) for e in o.env), "cwd": o.cwd, "before": o.before,
                  "answer": not o.no_answer, "sync": not o.no_sync, "timeout": o.timeout, "quit": o.quit,
                  "region": tuple(map(int, o.region.split(","))) if o.region else None}]
        rounds = o.runs
    results, runs = suite(specs, rounds, o.settle / 1000, o.baseline, o.idle, o.idle_rounds, quiet=o.json == "-", warm=not o.no_warm)
    if o.screen or o.png:
        one_tui(specs[0], o.settle / 1000, keep=keep)
    data = {"when": time.strftime("%Y-%m-%dT%H:%M:%S"), "load": os.getloadavg(), "cores": os.cpu_count(),
            "settle_ms": o.settle, "baseline": o.baseline, "results": results, "runs": runs}
    if keep.get("screen") is not None:
        data["screen"] = keep["screen"]
    if o.json == "-":
        json.dump(data, sys.stdout, indent=1)
        print()
    else:
        if o.json:
            with open(o.json, "w") as handle:
                json.dump(data, handle, indent=1)
        print(table(results, o.baseline))
        for name, e in results.items():
            if e.get("error"):
                print(f"\n{name}: {e['failed']} of {e['runs']} failed: {e['error']}")
        if o.screen:
            print(keep.get("screen", ""))
    return 1 if any(e["failed"] for e in results.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
