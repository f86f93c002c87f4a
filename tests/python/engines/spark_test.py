"""Runs of PySpark: mapInArrow on a cluster of two workers of which one is killed in the midst, and RDD.pipe with the
program. The same text byte for byte, nothing lost, nothing twice."""
import base64
import json
import os
import subprocess
import sys
import threading
import time
import unittest

os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
from pyspark.sql import SparkSession

from clean_article.arrow import clean_batches

from pages import expected, pages

SCHEMA = "url string, text string, outcome string, reason string"


def executors():
    """Process ids of the executors that this program's Spark has started."""
    found = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True).stdout
    return [int(line.split()[0]) for line in found.splitlines() if "CoarseGrainedExecutorBackend" in line
            and f"spark.driver.port={PORT}" in line]  # fmt: skip


PORT = "0"


class Spark(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        global PORT
        # Two executors, processes of their own, on this machine.
        cls.spark = (
            SparkSession.builder.master("local-cluster[2,1,1024]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "50")
            .getOrCreate()
        )
        PORT = cls.spark.conf.get("spark.driver.port")
        cls.rows = list(pages())

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()

    def test_map_in_arrow_while_an_executor_is_killed(self):
        frame = self.spark.createDataFrame([(url, bytearray(page)) for _, url, page in self.rows], "url string, html binary")
        frame = frame.repartition(16)
        killed = []

        def clean_slowly(batches):
            from clean_article.arrow import clean_batches

            for batch in clean_batches(batches):
                time.sleep(0.5)
                yield batch

        def kill_one():
            time.sleep(4)
            for pid in executors()[:1]:
                os.kill(pid, 9)
                killed.append(pid)

        self.assertEqual(len(frame.limit(1).mapInArrow(clean_batches, SCHEMA).collect()), 1)  # workers have begun
        killer = threading.Thread(target=kill_one)
        killer.start()
        out = frame.mapInArrow(clean_slowly, SCHEMA).collect()
        killer.join()
        self.assertEqual(len(killed), 1)
        self.assertEqual(len(out), len(self.rows))
        self.assertEqual({row.url: row.text for row in out}, expected())

    @unittest.skipUnless(os.environ.get("CLEAN_ARTICLE_PROGRAM"), "no program to pipe to")
    def test_pipe(self):
        lines = [json.dumps({"url": url, "h": base64.b64encode(page).decode()}) for _, url, page in self.rows]
        command = f"{os.environ['CLEAN_ARTICLE_PROGRAM']} -q -j1 --field h --base64"
        out = [json.loads(line) for line in self.spark.sparkContext.parallelize(lines, 8).pipe(command).collect()]
        self.assertEqual({line["url"]: line["text"] for line in out}, expected())


if __name__ == "__main__":
    unittest.main()
