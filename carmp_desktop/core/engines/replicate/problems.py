"""The service's refusals and failures, said in words that tell a dealer what to do."""

from __future__ import annotations

import re
from dataclasses import replace

from carmp_desktop.core.engines.replicate.answers import Prediction
from carmp_desktop.core.model import OUTCOME_UNKNOWN
from carmp_desktop.core.problems import Problem
from carmp_desktop.core.remarks import NO_REASON

NO_TOKEN = Problem(
    code="no_token",
    title="No Replicate token",
    sentence="Replicate makes the images only for those who have a token.",
    action="Enter your token in the settings, or set REPLICATE_API_TOKEN.",
)
WRONG_TOKEN = Problem(
    code="wrong_token",
    title="Token not accepted",
    sentence="Replicate does not accept this token.",
    action="Enter a valid token in the settings, then start again.",
)
NO_CREDIT = Problem(
    code="no_credit",
    title="No credit left",
    sentence="The Replicate account has not enough credit to make this image.",
    action="Add credit at replicate.com/account/billing, wait a few minutes, then try again.",
    retryable=True,
)
TOO_LARGE = Problem(
    code="too_large",
    title="Photo too large",
    sentence="Replicate takes files of at most 100 MB.",
    action="Use a smaller copy of this photo.",
)
NO_OUTPUT = Problem(
    code="no_output",
    title="No image returned",
    sentence="The model ended its work and returned no image.",
    action="Try this cell again; that is a new paid attempt.",
    retryable=True,
)
SENSITIVE = Problem(
    code="sensitive",
    title="Refused",
    sentence="The model flagged this image as sensitive. It is not tried again by itself.",
    action="Use other photos or other instructions.",
)
ABORTED = Problem(
    code="aborted",
    title="Not started",
    sentence="Replicate gave up on this image before it began; it was not charged.",
    action="Try this cell again.",
    retryable=True,
)
CANCELED = Problem(
    code="canceled_at_service",
    title="Canceled at Replicate",
    sentence="This image was canceled on Replicate's side.",
    action="Try this cell again; that is a new paid attempt.",
    retryable=True,
)
BUSY = Problem(
    code="busy",
    title="Service busy",
    sentence="The model was interrupted or is overloaded.",
    action="Try this cell again in a few minutes; that is a new paid attempt.",
    retryable=True,
)
INPUT_GONE = Problem(
    code="input_gone",
    title="Photo expired",
    sentence="Replicate no longer has the uploaded photo this image is made from.",
    action="Try this cell again; the photo is uploaded anew.",
    retryable=True,
)
RESULT_GONE = Problem(
    code="result_gone",
    title="Result expired",
    sentence="Replicate has deleted the finished image before it could be downloaded.",
    action="Try this cell again; that is a new paid attempt.",
    retryable=True,
)
LOST = Problem(
    code=OUTCOME_UNKNOWN,
    title="Outcome unknown",
    sentence="The connection broke while the image was asked for, and Replicate's list cannot "
    "tell whether it was accepted.",
    action="Look again, or have it made anew; if it was accepted, that pays for it twice.",
)
OUT_OF_TIME = Problem(
    code="out_of_time",
    title="No answer in time",
    sentence="Replicate has not finished this image within half an hour.",
    action="Try this cell again: the same image is looked for first, before a new one is paid.",
    retryable=True,
)

NEVER_ARRIVED = Problem(
    code="never_arrived",
    title="Never arrived",
    sentence="The request for this image did not reach Replicate; nothing was charged.",
    action="Try this cell again.",
    retryable=True,
)

_SENSITIVE = re.compile(r"flagged as sensitive|\bE005\b", re.IGNORECASE)
_INPUT_GONE = re.compile(r"Client Error: (Forbidden|Not Found|Gone) for url", re.IGNORECASE)
_BUSY = re.compile(r"\b(E003|PA|E6716|E8765|E9828|E9243|E1001|E1000)\b|high demand|interrupted")


def of_ended(ended: Prediction) -> Problem:
    """The problem of a prediction that ended without an image."""
    match ended.status:
        case "failed":
            return of_failed(ended.error)
        case "aborted":
            return ABORTED
        case "canceled":
            return CANCELED
        case _:
            return RESULT_GONE if ended.is_removed else NO_OUTPUT


def canceled(cost: float) -> Problem:
    """The problem of an image the user canceled after the service had begun it."""
    return Problem(
        code="canceled",
        title="Canceled",
        sentence="Canceled after Replicate had begun it: about ${cost} is charged.",
        action="Try this cell again; that is a new paid attempt.",
        fields={"cost": f"{cost:.3f}"},
    )


def canceled_unheard(cost: float) -> Problem:
    """The problem of a canceled image of which the service could not be told."""
    return Problem(
        code="canceled",
        title="Canceled",
        sentence="Replicate could not be told, so about ${cost} may be charged.",
        action="If the image is made all the same, the next start of the program fetches it.",
        fields={"cost": f"{cost:.3f}"},
    )


def untrusted(details: str) -> Problem:
    """The problem of a connection that somebody else may be listening to."""
    return Problem(
        code="untrusted",
        title="Connection not trusted",
        sentence="The certificate of Replicate's address is not trusted by this computer.",
        action="Check this computer's date, or ask who runs your network for its certificate.",
        details=details,
    )


def of_failed(error: str) -> Problem:
    """The problem of a prediction that ended as failed, from the text it ended with."""
    if _SENSITIVE.search(error):
        return _with_details(SENSITIVE, error)
    if _INPUT_GONE.search(error):
        return _with_details(INPUT_GONE, error)
    if _BUSY.search(error):
        return _with_details(BUSY, error)
    return Problem(
        code="model_failed",
        title="Model failed",
        sentence="The model says: {error}",
        action="Try this cell again; that is a new paid attempt.",
        fields={"error": error or NO_REASON},
        retryable=True,
    )


def of_status(status: int, *, detail: str, model: str) -> Problem:
    """The problem of an HTTP refusal, from its status and the service's own words."""
    if status in (401, 403):
        return _with_details(WRONG_TOKEN, detail)
    if status == 402:
        return _with_details(NO_CREDIT, detail)
    if status == 413:
        return _with_details(TOO_LARGE, detail)
    if model and (status == 404 or (status == 422 and _speaks_of_version(detail))):
        return withdrawn(model, detail)
    return Problem(
        code="refused",
        title="Refused",
        sentence="Replicate refused the request ({status}): {detail}",
        action="Check the model in the settings and the instructions, then try again.",
        fields={"status": str(status), "detail": detail.strip() or NO_REASON},
    )


def withdrawn(model: str, detail: str) -> Problem:
    """The problem of a model the service no longer has."""
    return Problem(
        code="model_withdrawn",
        title="Model not available",
        sentence="Replicate has no model {model}; it may have been withdrawn.",
        action="Choose another under Settings, Model: google/nano-banana-2 or "
        "google/nano-banana-pro take the same photos and prompts.",
        fields={"model": model},
        details=detail,
    )


def download_failed(details: str) -> Problem:
    """The problem of a finished image that could not be fetched."""
    return Problem(
        code="download_failed",
        title="Download failed",
        sentence="The image is made, but it could not be downloaded.",
        action="Check the network; Replicate keeps the image for an hour.",
        retryable=True,
        details=details,
    )


def _speaks_of_version(detail: str) -> bool:
    return "version" in detail.lower() and "input" not in detail.lower()


def _with_details(problem: Problem, details: str) -> Problem:
    return replace(problem, details=details.strip())
