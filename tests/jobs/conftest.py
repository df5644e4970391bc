"""Folders of small images, jobs to do with them: those of the batch."""

from tests.batch.conftest import job, jobs, parameters, photos

__all__ = ["job", "jobs", "parameters", "photos"]
