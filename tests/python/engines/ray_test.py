"""A run of Ray Data: clean_batches in its workers, the same text byte for byte, nothing lost, nothing twice."""
import unittest

import pyarrow
import ray

from clean_article.arrow import clean_batches

from pages import expected, pages


class Ray(unittest.TestCase):
    def test_run(self):
        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
        rows = list(pages())
        table = pyarrow.table({"url": [row[1] for row in rows], "html": pyarrow.array([row[2] for row in rows], pyarrow.binary())})
        out = ray.data.from_arrow(table).map_batches(clean_batches, batch_format="pyarrow", batch_size=100).take_all()
        ray.shutdown()
        self.assertEqual(len(out), len(rows))
        self.assertEqual({row["url"]: row["text"] for row in out}, expected())


if __name__ == "__main__":
    unittest.main()
