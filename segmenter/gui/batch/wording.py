"""How a batch stands, in words: before, on the way, and at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from segmenter.batch.progress import duration

if TYPE_CHECKING:
    from segmenter.batch.progress import Progress
    from segmenter.batch.survey import Survey
    from segmenter.gui.batch.runner import BatchRunner
    from segmenter.gui.batch.spec import BatchSpec

translate = QCoreApplication.translate


def counted(images: int) -> str:
    """Say how many images there are."""
    one = translate("BatchDialog", "One image")
    return one if images == 1 else translate("BatchDialog", "{count} images").format(count=_number(images))


def surveyed(known: Survey, order: BatchSpec) -> str:
    """Say how many images there are, how many are done already, and what the others will take."""
    words = [counted(known.jobs)]
    if known.finished:
        one = translate("BatchDialog", "one is finished and will be skipped")
        many = translate("BatchDialog", "{count} are finished and will be skipped")
        words.append(one if known.finished == 1 else many.format(count=_number(known.finished)))
    if known.refused:
        one = translate("BatchDialog", "one is larger than is read")
        many = translate("BatchDialog", "{count} are larger than is read")
        words.append(one if known.refused == 1 else many.format(count=_number(known.refused)))
    if known.looked < known.jobs:
        words.append(
            translate("BatchDialog", "{percent} % looked through").format(percent=100 * known.looked // known.jobs)
        )
    elif known.finished + known.refused < known.jobs:
        together = 1 if order.scheduler else known.together(order.local())
        needs = translate("BatchDialog", "about {time} on one processor, up to {memory} GB of memory for an image")
        if not order.scheduler:
            needs = translate("BatchDialog", "about {time} with {together} at once, up to {memory} GB of memory each")
        memory = QLocale().toString(known.memory / 1e9, "f", 1)
        words.append(needs.format(time=duration(known.seconds / together), together=together, memory=memory))
    return ", ".join(words)


def under_way(runner: BatchRunner) -> str:
    """Say how far it is, and how long it will take."""
    progress = runner.progress
    far = translate("BatchDialog", "{ended} of {total}")
    words = [far.format(ended=_number(progress.ended), total=_number(progress.total))]
    if runner.stopping:
        words.insert(0, translate("BatchDialog", "Stopping"))
    elif runner.paused:
        begun = translate("BatchDialog", "Paused; what was begun is finished")
        words.insert(0, begun if runner.under_way else translate("BatchDialog", "Paused"))
    elif progress.rate and progress.left is not None:
        left = translate("BatchDialog", "about {time} left")
        words += [_pace(progress.rate), left.format(time=duration(progress.left))]
    if progress.failed:
        words.append(translate("BatchDialog", "{count} failed").format(count=_number(progress.failed)))
    return " · ".join(words)


def ended(progress: Progress) -> str:
    """Say how it went."""
    words = [translate("BatchDialog", "{count} done").format(count=_number(progress.done))]
    if progress.replaced:
        older = translate("BatchDialog", "({count} replaced older results)")
        words[0] += " " + older.format(count=_number(progress.replaced))
    if progress.skipped:
        before = translate("BatchDialog", "{count} skipped, finished before")
        words.append(before.format(count=_number(progress.skipped)))
    if progress.kept:
        kept = translate("BatchDialog", "({count} of them somebody’s work)")
        words[-1] += " " + kept.format(count=_number(progress.kept))
    if progress.failed:
        words.append(translate("BatchDialog", "{count} failed").format(count=_number(progress.failed)))
    if left := progress.total - progress.ended:
        words.append(translate("BatchDialog", "{count} not done").format(count=_number(left)))
    whole = translate("BatchDialog", "{counts}, in {time}.")
    return whole.format(counts=", ".join(words), time=duration(progress.seconds))


def _pace(rate: float) -> str:
    if rate >= 1:
        return translate("BatchDialog", "{count} a second").format(count=QLocale().toString(rate, "f", 1))
    return translate("BatchDialog", "{seconds} s an image").format(seconds=QLocale().toString(1 / rate, "f", 1))


def _number(count: int) -> str:
    return QLocale().toString(count)
