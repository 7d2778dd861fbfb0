"""Everything the core remarks about a cell in plain English, as templates with named fields.

Remarks say what a cell waits for, how its image was made, or why it wants a look; some are fields
of a problem, as the reason why a photo was refused, or what ``resources/export_profiles.toml``
calls its profiles. They are stored and logged as they stand here, and the window translates them
when it shows them: so a remark that is reworded leaves the stored ones untranslated, and nothing
worse.
"""

from __future__ import annotations

UPLOADING = "Uploading photos"
RATE_LIMITED = "Rate limited"
OFFLINE = "Offline: waiting for the connection"
SERVICE_ERRORS = "Replicate answers with errors; trying again"
ANSWER_LOST = "The answer was lost; looking for it at Replicate"
LOOKING = "Looking for it at Replicate"
DOWNLOADING_AGAIN = "Made; trying to download it while Replicate keeps it"
CANCELING = "Canceling"
WAITS_FOR_USER = "Interrupted; waits for you to go on"
GALLERY_AWAY = "Waiting until {folder} can be written to: {error}"
DATABASE_AWAY = "Waiting until {path} can be written to: {error}"

LOCAL_ANGLE = (
    "Local preview, made on this computer from photo {n} ({name}). The camera angle is unchanged."
)
LOCAL_COLOR = (
    "Local preview, made on this computer from photo {n} ({name}). "
    "The camera angle is unchanged; the color is an approximation."
)
FOUND = "Found in the gallery"
FOUND_AI = "Found in the gallery; marked there as made by AI"

DAMAGED = "The image's file is damaged and was set aside."
STANDS_IN = (
    "There is no photo of this side, so photo {n} stands in. "
    "Add one, tag it and generate a new batch."
)
UNTAGGED = "Photo {n} has no tag: please check that it shows this side, or tag it with its angle."
CUT_OFF = "The photo's border cuts the car off."
SOFT_OUTLINE = "The outline is hard to tell from the background: please check it."
SECOND_CAR = "There is more than one car in the photo; the largest was taken."
SMALL_CAR = "The car is small in the photo, so the picture is soft."
LITTLE_COLOR = "The body has little color of its own: please check which parts are painted."
PAINT_UNSURE = "The painted parts could not be told well: please check them."

OTHER_PAINT = (
    "Measured paint is ΔE {n} from the preset; "
    "it may look different from what the customer expects."
)
UNPAINTED = "The car may not have been repainted: the image hardly differs from its angle's."
MIRRORED = "The car may be mirrored: it fits its source better with left and right exchanged."
OTHER_SIZE = (
    "The image has {width} × {height} pixels, but its angle's image {angle_width} × {angle_height}."
)
SMALL_IMAGE = "With {width} × {height} pixels the image is small for a listing."
PLATE_CHANGED = "The license plate may have changed."

NO_FILE = "There is no such file"
EMPTY_FILE = "It is empty"
UNKNOWN_KIND = "It is no image of a kind known here"
EMPTY_FOLDER = "It is a folder without photos"
NOT_READABLE = "It cannot be read"
DAMAGED_FILE = "It is damaged"
TOO_MANY_MEGABYTES = "With {megabytes} MB it is too large"
TOO_MANY_PIXELS = "With {width} × {height} pixels it is too large"
NO_REASON = "no reason given"

NOBODY_ANSWERS = "nobody answers"
NOBODY_LISTENS = "nobody listens there"
NO_SUCH_HOST = "no computer of this name is found"
NOT_REACHABLE = "it cannot be reached"
ANSWERS_NO_LONGER = "it no longer answers"
CUT = "it was cut"
CLOSED = "it was closed ({code})"
NO_WEBSOCKET = "it speaks no WebSocket"
NO_TRUST = "it speaks no TLS that this computer trusts"
PROXY_REFUSES = "the proxy does not let it through"

OPEN_BRACE = "a brace is open that is not closed, or the other way round"
UNKNOWN_PLACEHOLDER = "there is no {token}; the tokens are {known}"
ODD_WIDTH = "the width in {token} makes no sense"
NO_PLACEHOLDER = "it names no token, so that all files would have one name"

ODD_PROFILE_NAME = "its name may hold letters, digits, _ and -"
NO_SUCH_PROFILE = "there is no profile “{profile}” to be like"
NO_SUCH_LINE = "nobody knows what “{line}” means"
OUTSIDE = "“{line}” stands outside a [profile]"
ODD_LINE = "“{line}” cannot be {said}: {reason}"
NO_TEXT = "it is a text"
NO_FLAG = "it is true or false"
NO_NUMBER = "it is a number from {least} to {most}"
NO_WHOLE_NUMBER = "it is a whole number"
NO_ASPECT = "it is “own”, or two numbers such as 4:3"
NO_HEX = "it is a color such as #FFFFFF"
NO_LIST = "it is a list"
NO_CHOICE = "it is one of {known}"
OPAQUE_JPEG = "a JPEG cannot be transparent"

NOT_DECODED = "It cannot be decoded ({error})."
TOO_MANY_BYTES = "It has {bytes} bytes, {most} are taken."
OTHER_FORMAT = "It is {format}, not {wanted}."
OTHER_PIXELS = "Its pixels are {mode}, not {wanted}."
POOR_QUALITY = "Its quality is below {least}."
TOO_LONG = "Its long side has {pixels} pixels, more than {most}."
TOO_SHORT = "Its long side has {pixels} pixels, fewer than {least}."
OTHER_SHAPE = "Its shape is {shape}:1, not {wanted}:1."
NOT_MARKED = "It is not marked as what it is."
TELLS_PLACE = "It tells a location."
NO_SRGB = "It does not say that its colors are sRGB."

EBAY = "eBay"
EBAY_ABOUT = "At most 24 pictures of the actual item, without border, text or watermark."
GOOGLE = "Google vehicle ads"
GOOGLE_ABOUT = "Main image about 45° front-side, no overlay, marked as made by AI."
DEALER_FEED = "Dealer feed"
DEALER_FEED_ABOUT = "Stock number and a running number, the hero first; taken by most feeds."
WEB = "Web, 1.71:1"
WEB_ABOUT = "For your own site: wide, light files of one exact shape."
FULL_SIZE = "Full size"
FULL_SIZE_ABOUT = "Every pixel as it was made, as PNG."
TRANSPARENT = "Transparent"
TRANSPARENT_ABOUT = "The car alone, where its outline is known; the others as they are."

GLOBAL_PROMPTS = "global prompts"
ANGLE_PRESETS = "angle presets"
COLOR_PRESETS = "color presets"
NO_KEY = "none"
NO_PRICE = "“{said}” in row {row} is no price"
