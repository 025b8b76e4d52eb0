"""Stage around all others: many orders, each worked to one verdict whatever happens meanwhile."""

from __future__ import annotations

from report_gen.batch.desk import Desk
from report_gen.batch.place import Place, in_folder, on_server
from report_gen.batch.run import run_batch, submit
from report_gen.batch.worker import work

__all__ = ["Desk", "Place", "in_folder", "on_server", "run_batch", "submit", "work"]
