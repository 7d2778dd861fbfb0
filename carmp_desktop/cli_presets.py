"""`carmp-desktop presets`: where the sheets came from, what they say, what is wrong in them."""

from __future__ import annotations

from datetime import UTC, datetime

from carmp_desktop.core.presets import Origin, Presets, SheetSource


def presets_text(presets: Presets) -> str:
    """The presets for a reader: where they came from, what they hold, what is wrong in them."""
    lines = [_source(source) for source in presets.sources]
    lines += ["", f"Angles ({len(presets.angles)}):"]
    lines += [f"  {angle.key:<18} {angle.label}" for angle in presets.angles]
    lines += ["", f"Colors ({len(presets.colors)}):"]
    lines += [
        f"  {color.key:<18} {color.label:<18} {color.prompt_value}" for color in presets.colors
    ]
    prompts = presets.prompts
    lines += ["", "Global prompts:"]
    lines += [f"  angle_generation   {'yes' if prompts.angle_generation else 'missing'}"]
    lines += [f"  colorization       {'yes' if prompts.colorization else 'missing'}"]
    lines += ["", f"Problems ({len(presets.problems)}):"]
    lines += [f"  {problem.describe()}" for problem in presets.problems]
    return "\n".join(lines)


def _source(source: SheetSource) -> str:
    name = source.sheet.value
    if source.origin is Origin.SHEET:
        return f"{name}: read from the sheet"
    reason = f" ({source.reason})" if source.reason else ""
    if source.read_at is None:
        return f"{name}: built-in presets{reason}"
    hours = (datetime.now(UTC) - source.read_at).total_seconds() / 3600
    return f"{name}: last good copy, {hours:.1f} hours old{reason}"
