"""Names of time zones, guessed from what people call the place where they are."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from facilitui.core.safe_text import quoted_typing
from facilitui.services.forms.reading import line

Knows = Callable[[str], bool]
"""Whether a name is one of the zones that this machine knows."""

COMMON = tuple(
    f"{area}/{place}"
    for area, places in {
        "Africa": "Abidjan Accra Addis_Ababa Algiers Cairo Casablanca Dakar Dar_es_Salaam Harare "
        "Johannesburg Kampala Khartoum Kinshasa Lagos Luanda Lusaka Maputo Nairobi Tripoli Tunis "
        "Windhoek",
        "America": "Anchorage Asuncion Bogota Boise Caracas Chicago Denver Detroit Edmonton "
        "El_Salvador Guatemala Guayaquil Guyana Halifax Havana Jamaica La_Paz Lima Los_Angeles "
        "Managua Mexico_City Montevideo New_York Nuuk Panama Phoenix Port-au-Prince Puerto_Rico "
        "Regina Santiago Santo_Domingo Sao_Paulo St_Johns Tijuana Toronto Vancouver Whitehorse "
        "Winnipeg Costa_Rica",
        "Asia": "Almaty Amman Baghdad Baku Bangkok Beirut Colombo Damascus Dhaka Dubai Ho_Chi_Minh "
        "Hong_Kong Jakarta Jerusalem Kabul Karachi Kathmandu Kolkata Kuala_Lumpur Kuwait Macau "
        "Manila Muscat Qatar Riyadh Seoul Shanghai Singapore Taipei Tashkent Tbilisi Tehran Tokyo "
        "Ulaanbaatar Yangon Yerevan",
        "Atlantic": "Azores Bermuda Canary Cape_Verde Reykjavik",
        "Australia": "Adelaide Brisbane Darwin Hobart Melbourne Perth Sydney",
        "Europe": "Amsterdam Athens Belgrade Berlin Bratislava Brussels Bucharest Budapest "
        "Chisinau Copenhagen Dublin Helsinki Istanbul Kyiv Lisbon Ljubljana London Luxembourg "
        "Madrid Malta Minsk Moscow Oslo Paris Prague Riga Rome Sarajevo Skopje Sofia Stockholm "
        "Tallinn Tirane Vienna Vilnius Warsaw Zagreb Zurich",
        "Pacific": "Apia Auckland Fiji Guam Honolulu Noumea Port_Moresby Tahiti Tongatapu",
    }.items()
    for place in places.split()
)


COPIES = frozenset({"posix", "right", "localtime", "posixrules", "factory"})
"""What a machine's list of zones begins with where it names no zone: copies, and its own."""


def zone(typed: str, knows: Knows | None = None) -> str:
    """The name of a zone, a city's own name being enough; empty is here. Raises ValueError."""
    wanted = line(typed, "zone").replace(" ", "_")
    if not wanted:
        return ""
    names = {_plain(name): name for name in COMMON}
    cities = {_plain(name.split("/")[-1]): name for name in COMMON}
    copied, _, rest = wanted.partition("/")
    is_copy = copied.casefold() in COPIES
    plain = _plain(rest if is_copy else wanted)
    found = names.get(plain) or cities.get(plain)
    if found and not is_copy and (knows is None or knows(found)):
        return found
    if not is_copy and (_could_be(wanted) if knows is None else knows(wanted)):
        return wanted
    near = get_close_matches(plain, cities, n=1) or get_close_matches(plain, names, n=1)
    city = names.get(near[0]) or cities[near[0]] if near else "America/Toronto"
    raise ValueError(f"there is no zone {quoted_typing(typed.strip())}; do you mean {city}?")


def _plain(name: str) -> str:
    return name.casefold().replace("_", "").replace("-", "")


def _could_be(name: str) -> bool:
    """Whether a name is made as zones are, where nobody knows them all."""
    plain = name.replace("/", "").replace("_", "").replace("-", "").replace("+", "")
    return name == "UTC" or ("/" in name and plain.isascii() and plain.isalnum())
