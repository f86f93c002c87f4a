"""The array job of docs/at-scale.md on a Slurm of this machine: two nodes of one CPU each, of which one dies in the midst of a
shard, with its daemon and all that it runs. Slurm starts that task again on the other node, which goes on where it was. The same
bytes as one run without Slurm gives.

Wants root, Debian's slurm-wlm and munge, and no service of theirs: all daemons are this test's own, on loopback, in a folder that
goes with them. Processes are ended by their ids.
"""
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import unittest

from pages import ROOT, write_warcs

PROGRAM = os.environ.get("CLEAN_ARTICLE_PROGRAM")
MISSING = [name for name in ("munged", "slurmctld", "slurmd", "sbatch", "sinfo", "squeue") if not shutil.which(name)]
NODES = ("n1", "n2")
SHARDS = 4
PATIENCE_SECONDS = 600

CONFIGURATION = """
ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
AuthInfo=socket={folder}/munge.socket,cred_expire=5
SlurmUser=root
SlurmdUser=root
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool-%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd-%n.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
SlurmdTimeout=6
JobRequeue=1
ReturnToService=0
NodeName=n1 NodeAddr=127.0.0.1 Port={ports[1]} CPUs=1
NodeName=n2 NodeAddr=127.0.0.1 Port={ports[2]} CPUs=1
PartitionName=all Nodes=n1,n2 Default=YES MaxTime=60 State=UP
"""


def recipe():
    """The line of the document, for this test's few shards, and with a note of where each task ran."""
    text = (ROOT / "docs/at-scale.md").read_text(encoding="utf-8")
    line = re.search(r"^sbatch .*?'$", text, re.DOTALL | re.MULTILINE).group().replace("\\\n", " ")
    assert "--array=1-100" in line and "/100 " in line
    line = line.replace("1-100", f"1-{SHARDS}").replace("/100 ", f"/{SHARDS} ")
    return line.replace("--wrap '", "--output slurm-%a.log --open-mode=append --wait --wrap 'echo $SLURM_ARRAY_TASK_ID "
                        "$SLURMD_NODENAME ${SLURM_RESTART_COUNT:-0} >> runs.txt; exec ")  # fmt: skip


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [held.getsockname()[1] for held in sockets]
    for held in sockets:
        held.close()
    return ports


def wait_for(what, holds, seconds=PATIENCE_SECONDS, step=0.2):
    end = time.monotonic() + seconds
    while True:
        found = holds()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"after {seconds} seconds still no {what}")
        time.sleep(step)


def processes():
    """{pid: (parent, command line, environment)} of this machine."""
    found = {}
    for path in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            parent = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            found[int(path.name)] = parent, (path / "cmdline").read_bytes(), (path / "environ").read_bytes()
        except OSError:
            pass  # it has ended
    return found


class Cluster:
    def __init__(self, folder):
        self.folder = folder
        self.environment = {**os.environ, "SLURM_CONF": str(folder / "slurm.conf")}
        self.daemons = {}

    def __enter__(self):
        host = socket.gethostname().partition(".")[0]
        configuration = CONFIGURATION.format(folder=self.folder, host=host, ports=free_ports(3))
        (self.folder / "slurm.conf").write_text(configuration)
        (self.folder / "state").mkdir()
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(64))
        key.chmod(0o600)
        self.start("munged", "--foreground", "--force", f"--key-file={key}", f"--socket={self.folder}/munge.socket",
                   f"--pid-file={self.folder}/munged.pid", f"--log-file={self.folder}/munged.log",
                   f"--seed-file={self.folder}/munge.seed")  # fmt: skip
        wait_for("munged", (self.folder / "munge.socket").exists)
        self.start("slurmctld", "-D")
        for node in NODES:
            self.start("slurmd", "-D", "-N", node)
        wait_for("two idle nodes", lambda: self.run("sinfo", "-h", "-N", "-t", "idle", "-o", "%N").split() == list(NODES))
        return self

    def __exit__(self, *_):
        """Ends the daemons, and what a test that failed left behind: all that is of this cluster says so."""
        for daemon in self.daemons.values():
            daemon.terminate()
        mark = f"SLURM_CONF={self.environment['SLURM_CONF']}\0".encode()
        for pid, (_, _, environment) in processes().items():
            if mark in environment:
                os.kill(pid, signal.SIGKILL)
        for daemon in self.daemons.values():
            daemon.wait()

    def start(self, name, *words):
        place = words[-1] if name == "slurmd" else name
        with open(self.folder / f"{place}.out", "wb") as out:
            self.daemons[place] = subprocess.Popen([name, *words], env=self.environment, stdout=out, stderr=out)

    def run(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True).stdout

    def kill_node(self, node, running, program):
        """As a machine dies: its daemon, the step's daemon above the program, and all between."""
        victims = [self.daemons[node].pid, program]
        while b"slurmstepd" not in running[victims[-1]][1]:
            victims.append(running[victims[-1]][0])
        for pid in victims:
            os.kill(pid, signal.SIGKILL)


@unittest.skipIf(MISSING, f"no Slurm: {', '.join(MISSING)} missing (slurm-wlm, munge)")
@unittest.skipUnless(os.geteuid() == 0, "only root starts a Slurm")
@unittest.skipUnless(PROGRAM, "CLEAN_ARTICLE_PROGRAM names no program")
class Slurm(unittest.TestCase):
    def test_array_job_while_a_node_dies(self):
        with tempfile.TemporaryDirectory() as name:
            work = pathlib.Path(name)
            (work / "bin").mkdir()
            (work / "bin/clean-article").symlink_to(PROGRAM)
            for i in range(SHARDS):
                (work / "crawl" / str(i)).mkdir(parents=True)
                write_warcs(work / "crawl" / str(i))
            (work / "cluster").mkdir()
            with Cluster(work / "cluster") as cluster:
                try:
                    self.run_job(cluster, work)
                except AssertionError:
                    for log in sorted(work.glob("cluster/*.log")) + sorted(work.glob("slurm-*.log")):
                        print(f"== {log.name}\n{log.read_text(errors='replace')[-3000:]}")
                    raise

    def run_job(self, cluster, work):
        environment = {**cluster.environment, "PATH": f"{work}/bin:{os.environ['PATH']}"}
        job = subprocess.Popen(["bash", "-c", recipe()], cwd=work, env=environment, stdout=subprocess.DEVNULL)
        shard, running, program = wait_for("shard in its midst on n2", lambda: self.stopped_in_midst(work), step=0.01)
        done = {path: path.stat().st_mtime_ns for path in self.outputs(work, shard)}
        self.assertTrue(0 < len(done) < SHARDS, done)
        cluster.kill_node("n2", running, program)

        self.assertEqual(job.wait(PATIENCE_SECONDS), 0)
        runs = [line.split() for line in (work / "runs.txt").read_text().splitlines()]
        print(f"slurm: task, node, restarts: {runs}")
        self.assertEqual(len(runs), SHARDS + 1)
        self.assertIn([str(shard), "n2", "0"], runs)
        self.assertIn([str(shard), "n1", "1"], runs)
        # What was done before the node died was not done again.
        self.assertEqual({path: path.stat().st_mtime_ns for path in done}, done)

        whole = work / "whole"
        subprocess.run([PROGRAM, "-q", "-j1", "-o", f"{whole}/", "crawl/"], cwd=work, check=True)
        expected = {path.relative_to(whole): path.read_bytes() for path in whole.rglob("*.jsonl")}
        got = {path.relative_to(work / "texts"): path.read_bytes() for path in (work / "texts").rglob("*") if path.is_file()}
        self.assertEqual(len(expected), SHARDS * 4)
        self.assertEqual(sorted(got), sorted(expected))
        self.assertEqual([name for name in expected if got[name] != expected[name]], [])

    def outputs(self, work, shard):
        """Those of a shard that are there. It takes each Nth of the files in their order."""
        inputs = sorted((work / "crawl").rglob("*.gz"))[shard - 1 :: SHARDS]
        outputs = [work / "texts" / f"{path.relative_to(work / 'crawl')}.jsonl" for path in inputs]
        return [path for path in outputs if path.exists()]

    def stopped_in_midst(self, work):
        """(shard, processes, program) of a task on n2 that has written some of its outputs and not all; it is stopped."""
        for node, shard, _ in self.runs(work):
            if node != "n2" or not 0 < len(self.outputs(work, shard)) < SHARDS:
                continue
            running = processes()
            for pid, (_, command, environment) in running.items():
                if f"--shard\0{shard}/".encode() in command and b"SLURMD_NODENAME=n2\0" in environment and b"clean-article" in command:
                    os.kill(pid, signal.SIGSTOP)
                    if len(self.outputs(work, shard)) < SHARDS:
                        return shard, running, pid
                    os.kill(pid, signal.SIGCONT)
        return None

    def runs(self, work):
        try:
            lines = (work / "runs.txt").read_text().splitlines()
        except FileNotFoundError:
            return []
        return [(node, int(shard), restarts) for shard, node, restarts in map(str.split, lines)]


if __name__ == "__main__":
    unittest.main()
